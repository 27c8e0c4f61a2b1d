// The least that a worker can be: answers one message.
self.onmessage = () => self.postMessage('here');
