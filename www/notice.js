// The page's first script. That it runs at all means that the page came from a server, so the notice about files goes.
document.getElementById('file-notice')?.remove();
