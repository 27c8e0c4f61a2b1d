// Everything that the page says, in German. The same texts as in en.js, each of the same named parts.

import { plural } from './plural.js';

/** Names of executors that are plurals in a sentence. */
const PLURALS = /^(Threads|Prozesse)/;

/** @param {string} who an executor */
const were = (who) => (PLURALS.test(who) ? 'waren' : 'war');

/** What stands in index.html as {{section.key}}, with ' around attributes. The build reads it, and the catalogue, as JSON. */
export const PAGE = {
  "head": {
    "title": "Easy Concurrency: was Nebenläufigkeit beschleunigt und was nicht",
    "description": "Sieh, was Nebenläufigkeit bewirkt: dieselbe Arbeit mit sieben Executors, von der einfachen Schleife bis zu Threads, live in deinem Browser, in Rust und WebAssembly.",
    "shared": "Dieselbe Arbeit mit sieben Executors, live in deinem Browser: Sieh, was wartet, was rechnet und wie lange es dauert.",
    "image": "Zwei Zeitleisten: sechs Aufgaben nacheinander und dieselben sechs gleichzeitig."
  },
  "notice": {
    "reload": "Die Skripte der Seite wurden nicht geladen. <a href=''>Lade die Seite neu</a>; deine Einstellungen bleiben erhalten.",
    "unknown": "Hilft das nicht, ist das Netz langsam oder ausgefallen, oder der Host liefert nicht alle Dateien der Seite unverändert aus.",
    "file": "Du hast die Seite als Datei geöffnet, aber Browser laden solche Skripte nur von einem Server. Um einen zu starten, führe im Ordner des Projekts <code>cargo xtask serve</code> aus.",
    "silent": "Hilft das nicht: Für <code data-what='address'></code> kam keine Antwort. Das Netz ist ausgefallen, oder etwas in diesem Browser blockiert die Adresse.",
    "answered": "Hilft das nicht: Der Host hat auf die Anfrage nach <code data-what='address'></code> mit dem Status <code data-what='status'></code> und dem Typ <code data-what='type'></code> geantwortet.",
    "gone": "Der Host hat diese Datei nicht. Wird gerade eine neue Version veröffentlicht, warte eine Minute; sonst muss alles aus <code>dist/</code> hochgeladen werden.",
    "type": "Browser führen diese Skripte nur aus, wenn sie als <code>text/javascript</code> ausgeliefert werden. Richte den Host so ein, dass er <code>.js</code>-Dateien mit diesem Typ sendet.",
    "trouble": "Der Host hat ein Problem oder will die Datei nicht senden. Versuche es später noch einmal.",
    "broken": "Hilft das nicht: Die Skripte wurden geladen, aber dieser Browser kann sie nicht ausführen: <code data-what='thrown'></code>. Verwende einen aktuellen Browser."
  },
  "opening": {
    "languages": "Sprache",
    "skip": "Direkt zur Bedienung",
    "lede": "Manche Arbeit besteht aus Warten, manche aus Rechnen. Wer mehreres gleichzeitig tut, ist mit dem Warten um ein Vielfaches schneller fertig. Ob auch das Rechnen schneller geht, hängt davon ab, was die Worker sich teilen.",
    "noscript": "JavaScript ist ausgeschaltet, deshalb kann hier nichts laufen. Die Erklärungen weiter unten kannst du trotzdem lesen."
  },
  "update": {
    "available": "Es gibt eine neue Version dieser Seite.",
    "reload": "Neu laden"
  },
  "messages": {
    "dismiss": "Schließen"
  },
  "path": {
    "label": "Fragen oder eigene Einstellungen",
    "waiting": "1. Warten",
    "computing": "2. Rechnen",
    "bigPiece": "3. Ein großer Brocken",
    "counting": "4. Gemeinsam zählen",
    "own": "Selbst einstellen",
    "guess": "Mit deinem Tipp startet der Lauf."
  },
  "waiting": {
    "title": "Acht Bilder aus dem Netz",
    "question": "Eine Schleife fordert ein Bild an, wartet, bis es da ist, und fordert erst dann das nächste an. Um welchen Faktor geht es schneller, wenn alle acht auf einmal angefordert werden?",
    "none": "nicht schneller",
    "some": "Faktor 2 oder 3",
    "most": "noch schneller"
  },
  "computing": {
    "title": "Jetzt wird gerechnet",
    "question": "Fibonacci-Zahlen, auf die langsame Art berechnet: Nichts wartet, jede Aufgabe hält einen Kern beschäftigt. Die Threads von Python teilen sich ein Lock, und nur der Thread, der es hält, kann rechnen. Um welchen Faktor sind sie schneller als die Schleife?",
    "none": "nicht schneller",
    "some": "etwas schneller",
    "most": "Faktor = Zahl der Kerne"
  },
  "bigPiece": {
    "title": "Ein großer Brocken zum Schluss",
    "question": "fib(38) allein macht 38\u00a0% der ganzen Arbeit aus. Threads nehmen jede Zahl als Ganzes; Fork-Join teilt auch die einzelnen Zahlen und verteilt die Hälften. Um welchen Faktor ist Fork-Join schneller als Threads?",
    "none": "nicht schneller",
    "some": "höchstens Faktor 1,5",
    "most": "noch schneller"
  },
  "counting": {
    "title": "Zwei Threads zählen gemeinsam",
    "question": "Zwei Threads addieren 1 zum selben Zähler, jeder vier Millionen Mal: laden, 1 addieren, speichern. Was kommt heraus?",
    "less": "weniger, und jedes Mal etwas anderes",
    "exactly": "genau 8.000.000",
    "more": "mehr"
  },
  "form": {
    "label": "Einstellungen",
    "task": "Aufgabe",
    "executor": "Executor",
    "workers": "Worker",
    "workersRange": "eine Zahl von 1 bis {most workers}",
    "repeats": "Wiederholungen",
    "repeatsRange": "auto oder eine Zahl von 1 bis 100",
    "number": "eine Zahl von {min} bis {max}",
    "auto": "auto oder eine Zahl von {min} bis {max}",
    "waits": "{task}: Warten",
    "computes": "{task}: Rechnen",
    "compare": "Vergleichen",
    "run": "Ausführen",
    "guess": "Dein Tipp: Um welchen Faktor schneller als die Schleife?",
    "loading": "Die Knöpfe funktionieren, sobald die Skripte der Seite geladen sind."
  },
  "stage": {
    "title": "Wer wann was getan hat",
    "fullPage": "Ganze Seite",
    "illustration": "Skizze: Hier erscheint dein Lauf.",
    "start": "Starten",
    "cancel": "Abbrechen",
    "longer": "Länger messen",
    "progress": "Fortschritt des Laufs",
    "verdict": "<strong>Jeder Balken ist eine Aufgabe.</strong> Nacheinander bilden die Aufgaben eine Treppe; alle gleichzeitig bilden sie einen Block, der früher endet. In deinem Lauf steht jede Zeile für einen Worker.",
    "startup": "Startzeit, getrennt gemessen: <output id='startup'>–</output>. Schon vor deinem Klick startet die Seite einen Worker und kompiliert das Modul; dieser Teil wird eigens gezählt.",
    "bars": "Zeige auf einen Balken oder tippe ihn an, um mehr über ihn zu erfahren, oder gehe mit den Pfeiltasten von Balken zu Balken."
  },
  "drawing": {
    "ofWaiting": "Eine Skizze mit sechs Aufgaben, die vor allem warten. In einer Schleife laufen sie nacheinander, wie eine Treppe; alle gleichzeitig bilden sie einen Block, der viel früher endet.",
    "ofComputing": "Eine Skizze mit sechs Aufgaben, die rechnen. In einer Schleife laufen sie nacheinander, wie eine Treppe; zwei Worker erledigen immer zwei gleichzeitig und sind in der halben Zeit fertig.",
    "loop": "Schleife",
    "atOnce": "alle gleichzeitig",
    "twoWorkers": "zwei Worker"
  },
  "key": {
    "computing": "Rechnen",
    "io": "Warten auf I/O",
    "lock": "Warten auf das Lock",
    "idle": "Leerlauf",
    "startup": "Start",
    "warmup": "Aufwärmen: Die Engine optimiert Code, der oft läuft",
    "chain": "kritischer Pfad: worauf das Ende gewartet hat"
  },
  "replay": {
    "startup": "Start und Aufwärmen",
    "replay": "Abspielen",
    "moment": "Zeitpunkt beim Abspielen"
  },
  "prediction": {
    "title": "Was mehr Kerne brächten",
    "terms": "Die <em>Arbeit</em> (work) ist die Zeit, die alle Aufgaben nacheinander brauchen. Die <em>Spanne</em> (span) ist die Zeit, die auch beliebig viele Worker nicht unterbieten: die längste Aufgabe oder, wenn Aufgaben sich teilen, der längste Pfad durch ihre Teile. Arbeit geteilt durch Spanne ist die <em>Parallelität</em>, die höchste mögliche Beschleunigung gegenüber einem Worker.",
    "limits": "Eine Vorhersage nimmt an, dass jeder Worker einen eigenen Kern hat, der so schnell ist wie die Kerne hier. Nicht berücksichtigt sind gemeinsame Caches, die Speicherbandbreite, verschieden schnelle Kerne und Taktfrequenzen, die unter Last sinken.",
    "from": "Ausgehend vom Lauf",
    "count": "Aufgaben",
    "order": "Reihenfolge",
    "longestFirst": "lange zuerst",
    "ascending": "aufsteigend",
    "chunks": "Portionen",
    "chunkOne": "einzeln",
    "chunkAuto": "rayon wählt",
    "cutoff": "Cutoff",
    "cutoffAuto": "auto",
    "connections": "Verbindungen",
    "connectionsAny": "beliebig viele",
    "core": "Rechnen dauert <span class='factor'></span>",
    "latency": "Warten dauert <span class='factor'></span>",
    "workers": "Worker",
    "timeline": "Zeitleiste",
    "lanes": "Vorhergesagte Zeitleiste",
    "computing": "vorhergesagt: Rechnen",
    "waiting": "vorhergesagt: Warten",
    "save": "Vorhersage als Trace speichern",
    "check": "Um die Vorhersage an Messungen zu prüfen, drücke „Vergleichen“ mit dieser Zahl von Workern und dann noch einmal mit einer anderen.",
    "compared": "Vorhergesagt und gemessen",
    "caption": "Vorhergesagte und gemessene Beschleunigung gegenüber der Schleife",
    "columnWorkers": "Worker",
    "columnMeasured": "gemessen",
    "columnPredicted": "vorhergesagt",
    "columnError": "Fehler der vorhergesagten Zeit",
    "columnRange": "die gemessene Zeit liegt"
  },
  "gallery": {
    "title": "Die Bilder",
    "retry": "Noch einmal versuchen",
    "save": "Alle als ZIP speichern"
  },
  "comparison": {
    "title": "Wie lange es gedauert hat",
    "gilTitle": "Threads, die sich abwechseln",
    "gil": "Die Threads von Python teilen sich ein Lock, das <abbr title='Global Interpreter Lock'>GIL</abbr>. Ein Thread hält es, während er rechnet, und gibt es frei, während er auf das Netz wartet. Zwanzig Aufgaben, die warten, können also alle gleichzeitig warten; von zwanzig, die rechnen, läuft eine, und neunzehn stehen an. Hier hält eine Aufgabe das Lock, bis sie fertig gerechnet hat; CPython gibt es alle 5\u00a0ms weiter, was die Reihenfolge ändert, aber nicht die Gesamtzeit. Seit Version 3.13 gibt es CPython auch ohne GIL.",
    "processesTitle": "Was Prozesse kosten",
    "processes": "Isolierte Worker teilen sich nichts. Deshalb brauchen sie kein Lock, und jeder Kern kann rechnen. Dafür hat jeder seine eigene Instanz und seinen eigenen Speicher, Eingaben und Ergebnisse gehen als Nachrichten hin und her, und der Start dauert länger.",
    "threadsTitle": "Threads ohne Lock",
    "threads": "Rust prüft beim Kompilieren, dass Threads einander nicht die Daten verfälschen können, und braucht deshalb kein Lock um alles herum. Im Browser sind Threads Worker, die sich einen Speicher teilen.",
    "asyncTitle": "Ein Thread, viele Futures",
    "async": "<code>async</code> beginnt die nächste Aufgabe, während die letzte wartet. So können zwanzig Aufgaben gleichzeitig warten, ohne dass es zwanzig Threads braucht. Rechnen wird dadurch nicht schneller: Nebenläufigkeit ist nicht Parallelität.",
    "table": "Tabelle der Zeiten",
    "executor": "Executor",
    "speedup": "Beschleu&shy;nigung",
    "work": "Arbeit",
    "beside": "Schleife, selbe Runden",
    "workers": "Worker",
    "startup": "Startzeit",
    "total": "insgesamt",
    "articleTime": "Zeit im Artikel",
    "articleSpeedup": "Beschleu&shy;nigung im Artikel",
    "friend": "im Link",
    "article": "Die Zahlen des Artikels stammen aus „Easy Concurrency in Python“: <span id='article-of'></span>, ausgeführt in Python auf dem Rechner des Autors, jeweils als Mittel aus 10 Läufen. Alle anderen Zahlen wurden gerade eben hier gemessen.",
    "friendHint": "Die Zahlen im Link hat gemessen, wer ihn erstellt hat.",
    "method": "In jeder Runde läuft jeder Executor einmal, in immer neuer, zufälliger Reihenfolge. Die Beschleunigung, also der Faktor gegenüber der Schleife, ist der Median der Verhältnisse aus den einzelnen Runden; sie kann deshalb etwas vom Verhältnis der beiden Mediane abweichen. Ihr 95-%-Konfidenzintervall (95-%-KI) enthält das wahre Verhältnis in mindestens 95 von 100 Fällen, egal wie lange du misst. Wo der Satz den besten von mehreren Executors nennt, gibt er ein breiteres Intervall an (z.\u00a0B. „für 6 Vergleiche korrigiert“). Stehen die Wiederholungen auf <em>auto</em>, endet ein Vergleich, sobald jedes Verhältnis eindeutig ist, oder nach 10\u00a0s.",
    "javascript": "Reines JavaScript hinzufügen"
  },
  "log": {
    "title": "Was die Skripte ausgeben würden",
    "about": "Jedes Ergebnis, sobald es da ist, und wie lange jeder ganze Lauf gedauert hat."
  },
  "code": {
    "title": "Ein, zwei Zeilen machen den Unterschied",
    "map": "Eine Schleife sagt, <em>wie</em>: Nimm eine Eingabe, erledige die Aufgabe, nimm die nächste. <code>map(task, inputs)</code> sagt nur, <em>was</em>: Erledige diese Aufgabe für alle Eingaben. Dass sie nacheinander an die Reihe kommen müssen, sagt es nicht. Wer das ausführt, der <em>Executor</em>, darf deshalb an mehreren Eingaben gleichzeitig arbeiten und die Ergebnisse in der Reihenfolge der Eingaben zurückgeben.",
    "marked": "Hervorgehobene Zeilen unterscheiden sich von denen der Schleife. Der Rust-Code ist der, der hier läuft, direkt aus dem Quelltext.",
    "executor": "Executor",
    "rust": "Rust, wie es hier läuft"
  },
  "speedup": {
    "title": "Wie weit die Beschleunigung reicht",
    "forkJoinTitle": "Fork-Join",
    "forkJoin": "Fork-Join teilt eine Eingabe, wenn ihre Aufgabe sagt, wie. Zwei Worker nehmen sich je eine Hälfte und teilen sie weiter, bis ein Teil nur noch etwa eine Zehntelmillisekunde braucht; darunter kostet das Teilen mehr, als es bringt. Diese Grenze findet Fork-Join während des Laufs. Stelle selbst einen <em>Cutoff</em> ein, um zu sehen, was es kostet, zu fein oder zu grob zu teilen.",
    "most": "Von 1 Worker bis",
    "measure": "Beschleunigung messen",
    "work": "Misst die Aufgabe aus deinen Einstellungen, wenn sie rechnet.",
    "key": "Jeder Punkt ist der Median der Zeiten der Schleife, geteilt durch den des Executors; die Linie durch den Punkt ist das 95-%-Intervall. Kurven zeigen das amdahlsche Gesetz, angepasst, wo die Punkte das hergeben. Gestrichelte Linien zeigen das Ideal und, bei Aufgaben, die eine haben, die Obergrenze. Bänder sind Vorhersagen über das Gemessene hinaus.",
    "figures": "Die Werte des Diagramms als Tabelle",
    "columnExecutor": "Executor",
    "columnWorkers": "Worker",
    "columnSpeedup": "Beschleu&shy;nigung",
    "columnInterval": "95-%-Intervall"
  },
  "stepper": {
    "title": "Du bist der Scheduler",
    "about": "Threads, die sich Speicher teilen, kommen in einer Reihenfolge dran, die niemand kennt. Hier bestimmst du sie: Jeder Druck auf einen Thread führt seinen nächsten Schritt aus. Bei den meisten Reihenfolgen von <code>load</code>, <code>add</code>, <code>store</code> geht ein Update verloren.",
    "modelTitle": "Was das Modell weglässt",
    "model": "Das Modell ist sequenziell konsistent: Es geschieht ein Schritt nach dem anderen, und jeder Thread sieht ihn sofort. Prozessoren, Compiler und das <code>Relaxed</code> von Rust haben schwächere Speichermodelle, die mehr Ergebnisse zulassen. Was hier schiefgeht, kann auch dort schiefgehen; was hier richtig ist, braucht dort die passenden Orderings."
  },
  "share": {
    "title": "Speichern und teilen",
    "about": "Ein Link mit Ergebnissen zeigt deine neben denen der Person, die ihn öffnet. Das Snippet bettet diese Einstellungen mit Zeitleiste und Satz in eine eigene Seite ein. Der Trace lässt sich in <a href='https://ui.perfetto.dev' rel='noreferrer'>ui.perfetto.dev</a> und im Tracing-Werkzeug von Chrome öffnen.",
    "share": "Teilen",
    "link": "Link kopieren",
    "resultsLink": "Link mit Ergebnissen kopieren",
    "snippet": "HTML-Snippet kopieren",
    "json": "JSON kopieren",
    "csv": "CSV kopieren",
    "markdown": "Markdown kopieren",
    "trace": "Trace speichern",
    "text": "Text zum Kopieren"
  },
  "browser": {
    "title": "Dieser Browser",
    "about": "Threads in WebAssembly brauchen gemeinsamen Speicher, und den geben Browser nur Seiten, die von anderen isoliert sind.",
    "columnWhat": "Merkmal",
    "columnHere": "hier",
    "columnNotes": "was du wissen oder tun solltest"
  },
  "instrument": {
    "examine": "Messgenauigkeit prüfen",
    "useWorkers": "Mehr Worker verwenden",
    "about": "Misst, was das Zeichnen hier kostet, wie stark die Zeit ein und derselben Schleife schwankt und wie viele Worker wirklich gleichzeitig laufen.",
    "caption": "Messgenauigkeit, gerade eben geprüft; 95-%-Intervalle in Klammern",
    "columnWhat": "was",
    "columnHere": "hier",
    "columnMeans": "was das heißt"
  },
  "footer": {
    "about": "Nach „Easy Concurrency in Python“: dieselbe Arbeit mit sieben Executors, in Rust, kompiliert zu WebAssembly. Alles läuft in deinem Browser, in Workern. Fotos werden erst heruntergeladen, wenn du es verlangst; ihre eigenen Dateien bewahrt die Seite auf, um auch offline zu funktionieren. Die Fotos stammen von <a href='https://picsum.photos' rel='noreferrer'>Lorem Picsum</a>.",
    "licences": "Lizenzen der Open-Source-Software auf dieser Seite"
  }
};

/** Of tasks and executors.
 * @type {import('../types/words.js').CatalogueWords} */
export const CATALOGUE = {
  "tasks": {
    "pictures": {
      "label": "Bilder",
      "work": [
        "{count|Bild|Bilder}",
        " zu {width} × {height} Pixeln von Lorem Picsum",
        " mit {latency}\u00a0ms simulierter Latenz",
        ", davon {failures}\u00a0% Fehlschläge"
      ],
      "more": "Nimm mehr Bilder.",
      "name": "Bild {}",
      "article": "20 Bilder zu 200 × 300 Pixeln",
      "parameters": {
        "source": { "label": "Quelle", "choices": { "picsum": "Picsum", "simulated": "simuliert" } },
        "count": { "label": "Bilder" },
        "width": { "label": "Breite, px", "otherwise": "Simulierte Bilder haben 200 × 300 Pixel." },
        "height": { "label": "Höhe, px", "otherwise": "Simulierte Bilder haben 200 × 300 Pixel." },
        "latency": { "label": "Latenz, ms" },
        "failures": { "label": "Fehlschläge, %" },
        "seed": { "label": "Startwert" },
        "timeout": { "label": "Zeitlimit, ms" }
      },
      "about": [
        "Fotos von Lorem Picsum, ohne Cache heruntergeladen.",
        "Für diese Seite gezeichnet und von ihr selbst ausgeliefert, je 200 × 300 Pixel, mit {latency}\u00a0ms simulierter Latenz."
      ],
      "rescue": {
        "problem": "Kein Bild konnte heruntergeladen werden.",
        "offer": "Simulierte Bilder verwenden"
      }
    },
    "fib": {
      "label": "Fibonacci",
      "work": ["fib(1) bis fib({n})"],
      "more": "Nimm ein größeres n.",
      "name": "fib({})",
      "article": "fib(1) bis fib(35)",
      "ceiling": "eine Aufgabe je Zahl",
      "parameters": {
        "n": { "label": "n in fib(1) bis fib(n)" }
      }
    },
    "mandelbrot": {
      "label": "Mandelbrot-Menge",
      "work": [
        "Mandelbrot-Menge in {tiles|Kachel|Kacheln}",
        " zu {width} × {height} Pixeln, Mittelpunkt ({re}; {im}), Zoom {zoom}, bis zu {iterations|Iteration|Iterationen}"
      ],
      "more": "Nimm mehr Kacheln oder mehr Iterationen.",
      "name": "Kachel {}",
      "parameters": {
        "tiles": { "label": "Kacheln" },
        "columns": { "label": "Kacheln je Zeile" },
        "width": { "label": "Kachelbreite, px" },
        "height": { "label": "Kachelhöhe, px" },
        "iterations": { "label": "Iterationen, maximal" },
        "re": { "label": "Mittelpunkt, reell" },
        "im": { "label": "Mittelpunkt, imaginär" },
        "zoom": { "label": "Zoom" }
      },
      "about": [
        "Die Mandelbrot-Menge um den Punkt mit Realteil {re} und Imaginärteil {im}, {zoom}-fach vergrößert. Jede Kachel ist eine Aufgabe."
      ]
    },
    "counter": {
      "label": "Gemeinsamer Zähler",
      "work": ["{tasks|Aufgabe addiert|Aufgaben addieren} je {additions|Mal|Mal} 1 zu einem Zähler ({sharing})"],
      "more": "Nimm mehr Additionen.",
      "name": "Additionen von Aufgabe {}",
      "total": "gezählt bis {}",
      "parameters": {
        "sharing": {
          "label": "Jede Addition",
          "choices": {
            "load-store": "laden, dann speichern",
            "atomic": "atomar",
            "lock": "unter einem Lock",
            "own": "auf einen eigenen Zähler"
          }
        },
        "tasks": { "label": "Zahl der Aufgaben" },
        "additions": { "label": "Additionen je Aufgabe" }
      }
    }
  },
  "executors": {
    "loop": {
      "label": "Schleife",
      "about": "Eine for-Schleife: Ein Worker erledigt eine Aufgabe nach der anderen."
    },
    "map": {
      "label": "map",
      "about": "Die Schleife, geschrieben als map(task, inputs): weiterhin ein Worker und eine Aufgabe nach der anderen."
    },
    "gil": {
      "label": "Threads mit GIL",
      "about": "Threads, die sich ein Lock teilen: Immer nur einer kann rechnen, aber alle können gleichzeitig warten."
    },
    "threads": {
      "label": "Threads",
      "about": "Threads in gemeinsamem Speicher, ohne globales Lock: Alle können gleichzeitig rechnen.",
      "parameters": {
        "order": { "label": "Reihenfolge", "choices": { "longest-first": "lange zuerst", "ascending": "aufsteigend" } },
        "chunks": { "label": "Portionen", "choices": { "one": "einzeln", "auto": "rayon wählt" } }
      }
    },
    "fork-join": {
      "label": "Fork-Join",
      "about": "Threads, die jede Eingabe halbieren und sich die Hälften teilen.",
      "parameters": {
        "cutoff": { "label": "Cutoff" }
      }
    },
    "processes": {
      "label": "Prozesse",
      "about": "Isolierte Worker mit je eigenem Speicher, die Nachrichten austauschen."
    },
    "async": {
      "label": "async",
      "about": "Ein Thread, viele Futures: Während eine Aufgabe wartet, arbeitet der Thread an einer anderen."
    },
    "javascript": {
      "label": "reines JavaScript",
      "about": "Dieselbe naive Rekursion in reinem JavaScript, in einer Schleife."
    }
  }
};

/** The notes on tasks. No script shows them: they are in the page's HTML. */
export const NOTES = {
  "pictures": [
    {
      "title": "Eine Aufgabe, die wartet",
      "text": "Ein Download verbringt fast seine ganze Zeit damit, auf andere Rechner zu warten."
    }
  ],
  "fib": [
    {
      "title": "Eine Aufgabe, die rechnet",
      "text": "Eine Fibonacci-Zahl, auf die langsame Art berechnet, wartet nie: Sie hält einen Kern von Anfang bis Ende beschäftigt. (Es gibt schnelle Verfahren; dieses ist mit Absicht langsam.)"
    },
    {
      "title": "Eine große Aufgabe setzt die Grenze",
      "text": "fib(35) allein macht 38\u00a0% der ganzen Arbeit von fib(1) bis fib(35) aus. Der Worker, der sie bekommt, ist die ganze Zeit damit beschäftigt. Mit einer Aufgabe je Zahl kommt die Beschleunigung deshalb nie über 2,618 (φ²) hinaus, egal wie viele Kerne es gibt. Kommt die größte Zahl zuletzt, warten alle auf sie; besser ist es, mit der längsten anzufangen. Fork-Join teilt sie: fib(35) ist fib(34) + fib(33)."
    }
  ],
  "counter": [
    {
      "title": "Eine Aufgabe, die sich etwas teilt",
      "text": "Schleife, map, async und Prozesse laufen in einem Build ohne atomare Operationen: Ihren Speicher hat nur ein Thread, deshalb kosten dort weder ein Lock noch eine atomare Addition viel. „Vergleichen“ misst auch Threads mit nur einem Worker: Daneben sieht man, was das Teilen kostet. Für mehr Worker wird das nicht vorhergesagt."
    }
  ]
};

/** Needed from the first run on.
 * @type {typeof import('./en.js').FIRST} */
export const FIRST = {
  numbers: {
    range: ({ low, high }) => `${low} bis ${high}`,
    noInterval: 'noch kein Intervall',
    seconds: ({ count }) => `etwa ${plural(count, { one: 'Sekunde', other: 'Sekunden' })}`,
    minutes: ({ count }) => `etwa ${plural(count, { one: 'Minute', other: 'Minuten' })}`,
    hours: ({ count }) => `etwa ${plural(count, { one: 'Stunde', other: 'Stunden' })}`,
    startUp: ({ time, early }) => `${time}, davon ${early} vorab`,
  },

  ratio: {
    interval: ({ low, high }) => `95-%-KI ${low} bis ${high}`,
    bestInterval: ({ low, high, claims }) => `95-%-KI ${low} bis ${high}, für ${claims} Vergleiche korrigiert`,
    loop: 'die Schleife',
    measured: ({ who, ratio, other, interval }) => `${who} ${were(who)} ${ratio} so schnell wie ${other} (${interval}).`,
    close: ({ who, ratio, other, interval }) =>
      `${who} ${were(who)} ${ratio} so schnell wie ${other}, ein Unterschied von weniger als 5\u00a0% (${interval}).`,
    alike: ({ who, other, interval }) => `${who} ${were(who)} so schnell wie ${other}, auf 5\u00a0% genau (${interval}).`,
    unsure: ({ who, other, interval }) => `${who} ${were(who)} nicht messbar schneller oder langsamer als ${other} (${interval}).`,
    plain: ({ who, ratio, other }) => `${who} ${were(who)} ${ratio} so schnell wie ${other}.`,
    few: ({ who, ratio, other, rounds }) =>
      `${who} ${were(who)} ${ratio} so schnell wie ${other}, gemessen in ${rounds === 1 ? 'nur je einem Lauf' : `je ${plural(rounds, { one: 'Lauf', other: 'Läufen' })}`}.`,
  },

  end: {
    cancelled: 'Abgebrochen.',
    failed: 'Fehlgeschlagen.',
    sweep: 'Fertig. Das Diagramm zeigt die Beschleunigung.',
    compared: ({ executors }) => `Fertig. Die Tabelle vergleicht ${plural(executors, { one: 'Executor', other: 'Executors' })}.`,
    ran: ({ executor, results, inputs }) =>
      `Fertig. ${executor}: ${results} von ${plural(inputs, { one: 'Ergebnis', other: 'Ergebnissen' })}.`,
  },

  verdict: {
    soFar: ({ rounds, said }) => `Bisher (${plural(rounds, { one: 'Runde', other: 'Runden' })}): ${said}`,
    guess: {
      close: ({ guess }) => `Dein Tipp war ${guess}: ganz nah dran.`,
      near: ({ guess }) => `Dein Tipp war ${guess}: nicht weit daneben.`,
      far: ({ guess }) => `Dein Tipp war ${guess}: eine echte Überraschung.`,
    },
  },

  figure: {
    once: ({ executor, work }) => `${executor}; ${work}`,
    median: ({ executor, repeats, work }) => `${executor}, Median aus ${plural(repeats, { one: 'Wiederholung', other: 'Wiederholungen' })}; ${work}`,
    onceFailed: ({ executor, failed, work }) => `${executor}, ${failed} fehlgeschlagen; ${work}`,
    medianFailed: ({ executor, repeats, failed, work }) =>
      `${executor}, Median aus ${plural(repeats, { one: 'Wiederholung', other: 'Wiederholungen' })}, ${failed} fehlgeschlagen; ${work}`,
  },

  progress: {
    starting: 'Start',
    cancelled: 'Abgebrochen',
    done: ({ repeats }) => `Fertig: insgesamt ${plural(repeats, { one: 'Wiederholung', other: 'Wiederholungen' })}`,
    round: ({ executor, number }) => `${executor}, Runde ${number}`,
    roundOf: ({ executor, number, all }) => `${executor}, Runde ${number} von ${all}`,
    repeat: ({ executor, number }) => `${executor}, Wiederholung ${number}`,
    repeatOf: ({ executor, number, all }) => `${executor}, Wiederholung ${number} von ${all}`,
    left: ({ doing, time }) => `${doing} · noch ${time}`,
  },

  lanes: {
    worker: 'Worker',
    slot: 'Slot',
    workers: ({ count }) => plural(count, { one: 'Worker', other: 'Worker' }),
    slots: ({ count }) => plural(count, { one: 'Slot', other: 'Slots' }),
    numberedWorker: ({ number }) => `Worker ${number}`,
    numberedSlot: ({ number }) => `Slot ${number}`,
    bar: ({ length, from, to }) => `${length}, von ${from} bis ${to}`,
    waitedForLock: ({ time, share }) => `Warten auf das Lock ${time} (${share})`,
    waitedForIo: ({ time, share }) => `Warten auf I/O ${time} (${share})`,
    isCritical: 'auf dem kritischen Pfad',
    repeat: ({ time }) => `Wiederholung mit ${time}`,
    computing: ({ share }) => `Rechnen ${share}`,
    lock: ({ share }) => `Warten auf das Lock ${share}`,
    io: ({ share }) => `Warten auf I/O ${share}`,
    idle: ({ share }) => `Leerlauf ${share}`,
    startUp: ({ time }) => `Start ${time}`,
    warmUp: ({ time }) => `Aufwärmen ${time}`,
    notStarted: 'noch nicht gestartet',
    starting: 'startet',
    warming: 'wärmt sich auf',
    ready: 'bereit',
    running: 'läuft',
    failed: 'fehlgeschlagen',
    cancelled: 'abgebrochen',
    timeline: 'Zeitleiste',
    open: ({ executor }) => `${executor}, Worker für Worker`,
    tableOfWorkers: ({ count }) => `Wie die Zeit auf ${plural(count, { one: 'Worker', other: 'Workern' })} verging`,
    tableOfSlots: ({ count }) => `Wie die Zeit auf ${plural(count, { one: 'Slot', other: 'Slots' })} verging`,
    heads: { tasks: 'Aufgaben', computing: 'Rechnen', waiting: 'Warten', idle: 'Leerlauf', idleAtEnd: 'Leerlauf am Ende' },
    tableLater: 'Erscheint, wenn der Lauf vorbei ist.',
  },
  replay: { play: 'Abspielen', pause: 'Anhalten', share: ({ share }) => `${share} der Zeit` },

  table: {
    caption: ({ work }) => `${work}; Mediane, ohne Startzeit`,
    failed: 'fehlgeschlagen',
    someFailed: ({ count }) => `${count} fehlgeschlagen`,
    repeats: ({ count }) => plural(count, { one: 'Wiederholung', other: 'Wiederholungen' }),
    stopped: { asked: '', sure: 'eindeutig', spent: 'Zeit um', slow: 'zu langsam für mehr', most: 'unklar', empty: 'kein Ergebnis' },
    early: ({ time }) => `${time} vorab`,
    shared: ({ time }) => `${time} geteilt`,
    ratioOfLink: ({ ratio, range }) => `${ratio}, ${range}`,
    link: ({ cores }) => `im Link (${plural(cores, { one: 'Kern', other: 'Kerne' })})`,
  },

  faults: {
    'no-answer': ({ url, cause }) => `keine Antwort von ${url} (${cause})`,
    'error-status': ({ url, status, text }) => `${url} antwortete mit dem Status ${status}${text && ` (${text})`}`,
    'rate-limited': ({ url, status }) => `${url} antwortete mit dem Status ${status}: Anfragelimit erreicht`,
    'rate-limited-for': ({ url, status, wait }) => `${url} antwortete mit dem Status ${status}: Anfragelimit erreicht, wieder möglich nach ${wait}`,
    'backed-off': ({ url, wait }) => `${url} wurde nicht angefragt, weil das Anfragelimit des Servers noch ${wait} lang gilt`,
    'timed-out': ({ url, limit }) => `${url} brauchte länger als ${limit}`,
    'broke-off': ({ url, cause }) => `Der Download von ${url} wurde unterbrochen: ${cause}`,
    'too-short': ({ url }) => `Der Download von ${url} ist unvollständig: Er ist kürzer als angekündigt`,
    'not-a-picture': ({ url, mediaType }) => `${url} lieferte etwas, das kein Bild ist (${mediaType})`,
    'empty-answer': ({ url }) => `${url} lieferte eine leere Antwort`,
    'nothing-came': () => 'Es kam nichts an',
    'not-shown': () => 'Was ankam, ist kein Bild, das dieser Browser anzeigen kann',
    lost: () => 'im simulierten Netz verloren gegangen',
    'task-failed': ({ cause }) => cause,
    panicked: ({ cause }) => cause,
    thrown: ({ cause }) => cause,
    'out-of-memory': ({ cause }) => `zu wenig Speicher (${cause}). Nimm weniger Worker oder weniger Arbeit, oder schließe andere Tabs.`,
    'no-room-for-stacks': () => 'zu wenig Speicher: Für die Stacks der Threads ist kein Platz. Nimm weniger Worker.',
    'threads-not-started': ({ cause }) => `Die Threads konnten nicht gestartet werden: ${cause}`,
    'worker-not-started': ({ cause }) => `Der Worker konnte nicht gestartet werden: ${cause}`,
    'worker-died': ({ fault }) => `Der Worker ist abgestürzt: ${fault}`,
    'no-such-task': ({ name }) => `Eine Aufgabe namens ${name} gibt es nicht`,
    'no-such-executor': ({ name }) => `Dieses Modul hat keinen Executor namens ${name}`,
    'not-splittable': () => 'Diese Aufgabe lässt sich nicht teilen',
    'needs-browser': () => 'Das geht nur in einem Browser',
    'not-ready': ({ executor, limit }) =>
      `nach ${limit} noch nicht bereit (${executor}). Ein Worker ist nicht gestartet, vielleicht weil der Speicher knapp ist. Versuche es noch einmal, oder nimm weniger Worker.`,
    'script-late': ({ file, limit }) =>
      `${file}, das in Workern läuft, war nach ${limit} noch nicht geladen. Vielleicht sind Server oder Verbindung langsam, oder eine Erweiterung blockiert die Datei. Versuche es noch einmal, oder nimm ein privates Fenster.`,
    'no-worker': ({ cause }) =>
      `Der Browser hat der Seite keinen Worker oder keinen weiteren erlaubt (${cause}). Das kann an einer Erweiterung oder an der Sandbox eines Frames liegen: Versuche es mit einem privaten Fenster, einem eigenen Tab oder weniger Workern.`,
    'message-unreadable': () => 'Eine Nachricht von einem Worker war nicht lesbar',
    'worker-broke': ({ cause }) => `In einem Worker ist ein Fehler aufgetreten: ${cause}`,
    'script-not-loaded': () => 'Das Skript eines Workers konnte nicht geladen werden',
    'module-not-loaded': ({ file, cause }) => `${file} konnte nicht geladen werden (${cause})`,
    'module-late': ({ file, limit }) =>
      `${file} war nach ${limit} noch nicht geladen. Vielleicht sind Server oder Verbindung langsam, oder eine Erweiterung blockiert die Datei. Versuche es noch einmal, oder nimm ein privates Fenster.`,
    'module-status': ({ file, status }) => `${file} konnte nicht geladen werden (der Server antwortete mit dem Status ${status})`,
    'module-type': ({ file, type }) => `${file} konnte nicht geladen werden (der Server lieferte einen anderen Dateityp: ${type})`,
    unfinished: ({ fault }) => `nicht fertig geworden: ${fault}`,
    'page-broke': ({ cause }) => `In der Seite selbst ist ein Fehler aufgetreten: ${cause}`,
    ended: () => 'Es wurde angehalten',
  },
  failure: ({ input, fault }) => `${input}: ${fault}`,

  wayOn: {
    filesGone:
      'Einige Dateien dieser Seite liegen nicht mehr auf dem Server, vermutlich weil eine neuere Version veröffentlicht wurde, nachdem du die Seite geöffnet hast.',
    loadNewVersion: 'Neuere Version laden',
    reload: 'Neu laden',
    useProcesses: 'Stattdessen Prozesse verwenden',
    failed: ({ executor, fault }) => `${executor} fehlgeschlagen: ${fault}`,
    nothing: ({ problem, fault }) => `${problem} Erster Fehler: ${fault}`,
    nothingSucceeded: 'Nichts ist gelungen.',
    noCause: 'unbekannt',
  },

  errors: {
    unshown: ({ message }) => `Ein Teil der Seite konnte nicht angezeigt werden (${message}). Läufe und ihre Zahlen sind davon nicht betroffen.`,
    further:
      'Der untere Teil dieser Seite konnte nicht geladen werden, deshalb reagieren seine Knöpfe nicht. Lade die Seite neu: Deine Einstellungen bleiben erhalten.',
    other: ({ message }) =>
      `Auf dieser Seite ist etwas schiefgegangen (${message}). Wenn ein Knopf nicht reagiert, lade die Seite neu: Deine Einstellungen bleiben erhalten.`,
    broke: ({ cause }) =>
      `In der Seite selbst ist ein Fehler aufgetreten, nicht in dem, was sie ausgeführt hat: ${cause}. Starte den Lauf noch einmal, oder lade die Seite neu: Deine Einstellungen bleiben erhalten.`,
    notReloaded:
      'Threads brauchen gemeinsamen Speicher, und dafür muss die Seite einmal neu laden. Das hat sie nicht getan. Drücke noch einmal, um es erneut zu versuchen.',
  },

  sharedMemory: {
    works: { reason: 'Gemeinsamer Speicher funktioniert.', remedy: '' },
    'after-reload': {
      reason: 'Der Server sendet keine Isolations-Header, deshalb fügt der Service Worker der Seite sie hinzu.',
      remedy: 'Die Seite lädt einmal neu, wenn ein Lauf sie braucht.',
    },
    'no-wasm': { reason: 'Dieser Browser unterstützt kein WebAssembly.', remedy: 'Verwende einen aktuellen Browser.' },
    'no-wasm-threads': { reason: 'Dieser Browser ist zu alt für Threads in WebAssembly.', remedy: 'Verwende einen aktuellen Browser.' },
    'not-secure': {
      reason: 'Diese Adresse ist nicht sicher, und nur bei sicheren Adressen erlauben Browser gemeinsamen Speicher.',
      remedy: 'Öffne die Seite über HTTPS oder von localhost.',
    },
    'switched-off': { reason: 'Gemeinsamer Speicher ist in diesem Browser ausgeschaltet.', remedy: 'Verwende einen anderen aktuellen Browser.' },
    framed: { reason: 'Die Seite ist in eine andere eingebettet, die sie nicht isoliert.', remedy: 'Öffne sie in einem eigenen Tab.' },
    'service-worker-blocked': {
      reason: 'Der Server sendet keine Isolations-Header, und der Service Worker, der sie hinzufügen würde, ist blockiert.',
      remedy: 'Erlaube dieser Website Service Worker, verlasse den privaten Modus, oder liefere die Seite mit COOP- und COEP-Headern aus.',
    },
    'headers-missing': {
      reason: 'Die Isolations-Header fehlen, obwohl der Service Worker sie hinzufügt.',
      remedy: 'Lade die Seite neu, ohne die Umschalttaste zu halten. Hilft das nicht, entfernt ein Proxy oder eine Erweiterung die Header.',
    },
  },
  unavailable: {
    one: ({ executor, reason, remedy }) => `Hier nicht verfügbar: ${executor}. ${reason} ${remedy}`,
    several: ({ executors, reason, remedy }) => `Hier nicht verfügbar: ${executors}. ${reason} ${remedy} Alles andere funktioniert.`,
    openTab: 'Diese Seite in einem Tab öffnen',
    option: ({ executor }) => `${executor} (hier nicht verfügbar)`,
  },
  waiting: {
    memory: 'Gemeinsamer Speicher wird vorbereitet. Vielleicht lädt die Seite einmal neu.',
    scripts: 'Die Knöpfe funktionieren, sobald die Skripte der Seite geladen sind.',
  },

  problems: {
    repeated: ({ name }) => `${name} ist mehrfach angegeben.`,
    empty: ({ name }) => `${name} ist leer.`,
    misfit: ({ given, other, note }) => `${given} passt nicht zu ${other}.${note && ` ${note}`}`,
    'no-choice': ({ given, choices }) => `${given} gibt es nicht, zur Wahl stehen: ${choices}.`,
    'no-number': ({ given, fraction, auto }) =>
      `${given} ist ${auto ? 'weder auto noch eine' : 'keine'} ${fraction ? 'Zahl wie 1500 oder 1,5' : 'ganze Zahl'}.`,
    'out-of-range': ({ given, min, max }) => `${given} liegt außerhalb des Bereichs (${min} bis ${max}).`,
    fallback: ({ problem, fallback }) => `${problem} Stattdessen gilt ${fallback}.`,
    unknown: ({ name, meant }) => `„${name}“ wird ignoriert, denn diese Einstellung gibt es hier nicht. Meintest du „${meant}“?`,
    'run-repeated': 'run ist mehrfach angegeben. Drücke einen Knopf, um zu starten.',
    tooLong: ({ time, limit, button }) => `Das kann ${time} dauern, länger als ein Link von selbst starten darf (${limit}). Drücke „${button}“, um zu starten.`,
    tooMuch: ({ label, value, limit, button }) =>
      `${label}: ${value} ist mehr, als ein Link von selbst starten darf (${limit}). Drücke „${button}“, um zu starten.`,
    yourGuess: 'dein Tipp',
  },

  setUpLine: ({ work, executor }) => `${work} · ${executor}`,
  setUpLineOfPool: ({ work, executor, workers }) => `${work} · ${executor} · ${plural(workers, { one: 'Worker', other: 'Worker' })}`,
  onWorkers: ({ executor, workers }) => `${executor} auf ${plural(workers, { one: 'Worker', other: 'Workern' })}`,

  path: {
    own: 'Jetzt selbst einstellen',
    next: ({ title }) => `Weiter: ${title}`,
    step: 'Sei selbst der Scheduler',
    stepInstead: ({ reason }) => `Zwei Threads können sich hier keinen Zähler teilen. ${reason} Was sie täten, kannst du trotzdem Schritt für Schritt durchgehen.`,
  },

  pictures: {
    save: 'Speichern',
    retry: 'Noch einmal',
    saveNamed: ({ name }) => `${name} speichern`,
    retryNamed: ({ name }) => `${name} noch einmal versuchen`,
    retryAll: ({ count }) => (count === 1 ? 'Fehlgeschlagenes Bild noch einmal versuchen' : `Alle ${count} fehlgeschlagenen Bilder noch einmal versuchen`),
    photograph: ({ number, author }) => `Foto ${number} von ${author}`,
  },

  count: {
    right: ({ count }) => `${count}, wie erwartet`,
    wrong: ({ expected, count, lost }) => `erwartet ${expected}, gezählt ${count} (${plural(lost, { one: 'Update', other: 'Updates' })} verloren)`,
    none: ({ expected }) => `erwartet ${expected}, gezählt 0`,
  },

  log: {
    ready: ({ executor, time }) => `${executor}: bereit nach ${time}`,
    warm: ({ executor, time }) => `${executor}: ${time} lang aufgewärmt`,
    took: ({ executor, time, total }) => `${executor}: Das Ganze dauerte ${time}${total && `: ${total}`}`,
    repeatTook: ({ executor, time, repeat, total }) => `${executor}: Das Ganze dauerte ${time} (Wiederholung ${repeat})${total && `: ${total}`}`,
    repeatOfTook: ({ executor, time, repeat, all, total }) =>
      `${executor}: Das Ganze dauerte ${time} (Wiederholung ${repeat} von ${all})${total && `: ${total}`}`,
    failedBy: ({ executor, other, fault }) => `${executor} fehlgeschlagen: Die gemeinsamen Worker sind abgestürzt, Auslöser: ${other}. ${fault}`,
    result: ({ input, result }) => `${input} = ${result}`,
    saved: ({ input }) => `${input} gespeichert`,
    savedSize: ({ input, size }) => `${input} gespeichert (${size})`,
    noted: ({ line, note }) => `${line}, ${note}`,
    notes: {
      checksum: ({ value }) => `Prüfsumme ${value}`,
      'retried-after': ({ value }) => `Anfragelimit erreicht, nach ${value}\u00a0ms noch einmal versucht`,
    },
  },
};

/** Needed by what is further down the page.
 * @type {typeof import('./en.js').LATER} */
export const LATER = {
  link: {
    said: ({ cores, said }) => `Aus dem Link, dort gemessen auf ${plural(cores, { one: 'Kern', other: 'Kernen' })}: ${said}`,
    unsure: ({ executor, ratio }) => `${executor} ${were(executor)} ${ratio} so schnell wie die Schleife, was Zufall sein kann.`,
    best: ({ executor, ratio, low, high, claims }) =>
      `${executor} ${were(executor)} ${ratio} so schnell wie die Schleife (95-%-KI ${low} bis ${high}, nicht für ${claims} Vergleiche korrigiert).`,
    broken: 'Die Ergebnisse in diesem Link sind nicht lesbar und fehlen deshalb.',
  },

  doubts: {
    hidden: 'Der Tab war eine Weile im Hintergrund, und Browser bremsen Tabs im Hintergrund. Lass ihn sichtbar.',
    tooShort: ({ resolution, more }) => `Zu schnell für eine gute Messung: Die Uhr dieses Browsers tickt nur alle ${resolution}. ${more}`,
    slowFirst: ({ first, others }) =>
      `Die erste Wiederholung dauerte ${first}, die anderen ${others}: Der Browser hat vielleicht noch optimiert. Dem Median macht so ein Ausreißer nichts aus.`,
    noisy: ({ share }) => `Verrauscht: Die Zeiten schwanken um ${share} (Standardabweichung). Mehr Wiederholungen oder weniger offene Programme können helfen.`,
    noisyAnyway: ({ share }) => `Verrauscht: Die Zeiten schwanken um ${share} (Standardabweichung). Weniger offene Programme können helfen.`,
    moreThanCores: ({ workers, cores }) =>
      `${plural(workers, { one: 'Worker', other: 'Worker' })} auf ${plural(cores, { one: 'Kern', other: 'Kernen' })}: Mehr Worker als Kerne machen das Rechnen nicht schneller.`,
    apart: 'Die Schleife wurde zu einer anderen Zeit gemessen, und seither kann sich auf dem Rechner etwas geändert haben. „Vergleichen“ misst beide in denselben Runden.',
    littleWork: ({ share, time, more }) =>
      `Wenig Arbeit: Alle Worker zusammen haben nur ${share} von ${time} gerechnet. Der Rest kann für das Verteilen der Arbeit draufgegangen sein. ${more} Bei 50 bis 500\u00a0ms Arbeit fällt das weniger ins Gewicht.`,
    slower: ({ more }) => `Langsamer als die Schleife: Das Verteilen der Arbeit kostet vielleicht mehr, als es einbringt. ${more}`,
  },

  comparison: {
    fastest: ({ said }) => `Hier am schnellsten: ${said}`,
    noClearLead: ({ others }) => `Der Vorsprung auf ${others} ist zu klein, um als sicher zu gelten.`,
    nothingFaster: 'Nichts war hier messbar schneller als die Schleife.',
    bestAlike: ({ first }) => `Am besten ${were(first)} ${first}: so schnell wie die Schleife, auf 5\u00a0% genau.`,
    littleWork: ({ time, more }) => `Die Schleife braucht ${time}; das ist vielleicht wenig, gemessen am Aufwand, die Arbeit zu verteilen. ${more}`,
  },

  answer: {
    right: ({ answer, said }) => `Du hast auf „${answer}“ getippt, und das stimmt: ${said}`,
    fits: ({ answer, said }) => `Du hast auf „${answer}“ getippt. Das passt, aber für Gewissheit ist die Messung nicht genau genug: ${said}`,
    wrong: ({ answer, said }) => `Du hast auf „${answer}“ getippt, aber es kam anders: ${said}`,
    unclear: ({ answer, said }) => `Du hast auf „${answer}“ getippt. Das kann stimmen, aber um es zu entscheiden, ist die Messung nicht genau genug: ${said}`,
    sometimes: ({ answer, said }) => `Du hast auf „${answer}“ getippt. Das stimmt für einen Teil der Wiederholungen: ${said}`,
    failed: 'Ein Teil des Laufs ist fehlgeschlagen, deshalb beantwortet er die Frage nicht. Drücke noch einmal auf deine Antwort.',
  },

  sharing: {
    counted: ({ who, count }) => `${who}: ${count}.`,
    varied: ({ repeats, least, most }) =>
      `Das Ergebnis schwankte: ${least} bis ${most} in ${plural(repeats, { one: 'Wiederholung', other: 'Wiederholungen' })}.`,
    why: 'Laden zwei Threads dieselbe Zahl, speichern beide diese Zahl plus 1, und ein Update geht verloren.',
    byChance: 'Dass kein Update verloren ging, war Zufall: Kein Thread speicherte etwas zwischen dem Laden und dem Speichern eines anderen.',
    processes:
      'Jeder Prozess hat seinen eigenen Speicher. Deshalb addierte jeder zu seinem eigenen Zähler, und der, der am Ende gelesen wird, blieb bei 0.',
    gil: 'Hier behält ein Thread das GIL für eine ganze Aufgabe. CPython kann es zwischen zwei beliebigen Schritten weitergeben, deshalb kann x += 1 dort auch mit GIL Updates verlieren.',
    slower: ({ threads, times, interval, why }) =>
      `${threads === 2 ? 'Zwei' : threads} Threads brauchten ${times} so lange wie einer (${interval}): ${why}.`,
    cacheLine: 'Vermutlich wanderte die Cache-Zeile mit dem Zähler zwischen den Kernen hin und her',
    lock: 'Vermutlich wanderte das Lock zwischen den Kernen hin und her, und ein Thread, der es besetzt fand, musste warten',
    faster: ({ threads, times, interval }) => `${threads === 2 ? 'Zwei' : threads} Threads waren ${times} so schnell wie einer (${interval}).`,
    unsure: ({ threads, interval }) =>
      `Die Messung ist nicht genau genug, um zu sagen, ob ${threads === 2 ? 'zwei' : threads} Threads schneller oder langsamer sind als einer (${interval}).`,
    plain: ({ threads, times }) => `${threads === 2 ? 'Zwei' : threads} Threads waren ${times} so schnell wie einer.`,
  },

  waiting: {
    alone: ({ share }) => `${share} der Zeit vergingen mit Warten.`,
    inTurn: ({ share, time }) => `Jede Aufgabe wartete, bis die vorige fertig war: ${share} der ${time} vergingen mit Warten.`,
    together: ({ tasks, slowest, time, loop }) =>
      `${tasks === 2 ? 'Beide' : `Alle ${tasks}`} Aufgaben warteten gleichzeitig und brauchten deshalb zusammen nur so lange wie die langsamste${slowest && ` (${slowest})`}: ${loop ? `${time} statt ${loop}` : time}.`,
    overlapping: ({ tasks, waits, time }) => `${tasks === 2 ? 'Beide' : `Alle ${tasks}`} Aufgaben warteten gleichzeitig: ${waits} Wartezeit passten in ${time}.`,
    upTo: ({ atOnce, waits, time }) => `Bis zu ${atOnce} Aufgaben warteten gleichzeitig: ${waits} Wartezeit passten in ${time}.`,
  },
  downloading: {
    inTurn: ({ share, time }) => `Die Bilder wurden nacheinander heruntergeladen: ${share} der ${time} vergingen mit Warten.`,
    together: ({ tasks, slowest, time, loop }) =>
      `${tasks === 2 ? 'Beide' : `Alle ${tasks}`} Bilder wurden gleichzeitig heruntergeladen und brauchten deshalb zusammen nur so lange wie das langsamste${slowest && ` (${slowest})`}: ${loop ? `${time} statt ${loop}` : time}.`,
    overlapping: ({ tasks, waits, time }) =>
      `${tasks === 2 ? 'Beide' : `Alle ${tasks}`} Bilder wurden gleichzeitig heruntergeladen: ${waits} Wartezeit passten in ${time}.`,
    upTo: ({ atOnce, waits, time }) => `Bis zu ${atOnce} Bilder wurden gleichzeitig heruntergeladen: ${waits} Wartezeit passten in ${time}.`,
  },
  computing: {
    lock: ({ share }) => `Es konnte immer nur ein Worker rechnen: Das Warten auf das Lock nahm ${share} der Zeit aller Worker in Anspruch.`,
    oneThread: 'Nichts wartete, also überlappte sich nichts: Ein Thread rechnete eine Aufgabe nach der anderen.',
    inTurn: ({ longest, share }) => `Die Aufgaben liefen nacheinander: ${longest} allein brauchte ${share} der Zeit.`,
    sharedEven: ({ sharers, longest, idle, work, time }) =>
      `Sogar ${longest}, die größte Aufgabe, teilten sich ${sharers} Worker: ${work} Rechenzeit passten in ${time}, wobei die Worker ${idle} ihrer Zeit untätig waren.`,
    oneBig: ({ longest, share, lanes, idle }) =>
      lanes === 2
        ? `${longest} allein machte ${share} der Arbeit aus, und der andere Worker war ${idle} lang untätig.`
        : `${longest} allein machte ${share} der Arbeit aus, und die anderen ${lanes - 1} Worker waren im Mittel ${idle} lang untätig.`,
    never: ({ work, time }) => `Nie rechneten zwei Worker gleichzeitig: ${work} Rechenzeit brauchten ${time}.`,
    evenly: ({ lanes, work, time }) => `${lanes === 2 ? 'Zwei' : lanes} Worker teilten sich die Arbeit fast gleichmäßig: ${work} Rechenzeit passten in ${time}.`,
    together: ({ most, share, lanes, idle, work, time }) =>
      `${work} Rechenzeit passten in ${time}. Während ${share} davon rechneten ${most === 2 ? 'zwei Worker' : `zwei oder mehr Worker, höchstens ${most},`} gleichzeitig, und die ${lanes === 2 ? 'beiden' : lanes} Worker waren ${idle} ihrer Zeit untätig.`,
  },
  whole: {
    notSplit: ({ size, cutoff }) => `Nichts wurde geteilt: Keine Eingabe ist größer als ${size}, und der Cutoff ist ${cutoff}.`,
    notShared: 'Nichts wurde aufgeteilt: Die Eingaben hätten sich teilen lassen, aber jede blieb bei einem Worker.',
  },

  prediction: {
    bar: ({ figures }) => `vorhergesagt: ${figures}`,
    valueText: ({ workers, time }) => `${plural(workers, { one: 'Worker', other: 'Worker' })}: ${time}, vorhergesagt`,
    time: ({ executor, time, range, ratio }) =>
      `Vorhergesagt, nicht gemessen: ${time}${range && ` (${range})`} für ${executor}${ratio && `, ${ratio} so schnell wie die Schleife`}.`,
    timeOfPool: ({ executor, workers, time, range, ratio }) =>
      `Vorhergesagt, nicht gemessen: ${time}${range && ` (${range})`} für ${executor} auf ${plural(workers, { one: 'Worker', other: 'Workern' })}${ratio && `, ${ratio} so schnell wie die Schleife`}.`,
    oneWorker: 'Es gibt nur einen Worker, egal wie viele Kerne es gibt.',
    oneAtATime: 'Es rechnet immer nur ein Worker, egal wie viele es gibt.',
    bound: ({ work, span, parallelism }) =>
      `Die Arbeit beträgt ${work} und die Spanne ${span}. Egal wie viele Worker es gibt, die Beschleunigung gegenüber einem Worker ist höchstens ${parallelism}.`,
    undrawn: ({ workers, busy, most }) => `Von den ${workers} Workern hätten ${busy} etwas zu tun. Spuren werden für bis zu ${most} Worker gezeichnet.`,
    within: 'im vorhergesagten Bereich',
    outside: 'außerhalb des vorhergesagten Bereichs',
    factor: ({ times }) => `${times} so lange`,
  },

  speedup: {
    work: ({ work }) => `Gemessen mit: ${work}.`,
    workers: 'Worker',
    ideal: 'ideal',
    ceiling: ({ what, ratio }) => `${what}: ${ratio}`,
    few: ({ executor }) => `${executor}: keine Kurve, denn dafür braucht es zwei Punkte mit mehr als einem Worker`,
    off: ({ executor }) =>
      `${executor}: keine Kurve, denn das amdahlsche Gesetz passt nicht zu allen Punkten (Worker über die Zahl der Kerne hinaus bringen nichts)`,
    unsure: ({ executor }) => `${executor}: keine Kurve, denn zu diesen Punkten würden viele passen`,
    fit: ({ executor, serial, low, high }) => `${executor}: als ließen sich ${serial} der Arbeit nicht verteilen (${low} bis ${high})`,
    predicted: ({ executor }) => `${executor}, vorher\u00adgesagt`,
  },

  share: {
    copied: {
      'copy-link': 'Link kopiert.',
      'copy-results-link': 'Link mit Ergebnissen kopiert.',
      'copy-snippet': 'HTML-Snippet kopiert.',
      'copy-json': 'Letzter Lauf als JSON kopiert.',
      'copy-csv': 'Vergleich als CSV kopiert.',
      'copy-markdown': 'Vergleich als Markdown kopiert.',
    },
    saved: { 'save-trace': 'Trace gespeichert.', 'save-zip': 'Bilder gespeichert.' },
    blocked: 'Dieser Browser lässt die Seite nicht kopieren. Der Text ist unten markiert.',
  },
  markdown: {
    executor: 'Executor',
    workers: 'Worker',
    startUp: 'Startzeit',
    loop: 'Schleife, selbe Runden',
    work: 'Arbeit (Median)',
    repeats: 'Wiederholungen',
    ratio: 'Beschleunigung',
    interval: '95-%-KI',
    total: 'insgesamt',
    browser: ({ cores, userAgent }) => `${plural(cores, { one: 'Kern', other: 'Kerne' })}, ${userAgent}`,
  },

  instrument: {
    starting: 'Die Prüfung läuft. Sie dauert etwa zehn Sekunden.',
    going: ({ share }) => `Die Prüfung läuft: ${share} sind geschafft.`,
    done: 'Geprüft.',
    failed: ({ fault }) => `Nicht geprüft: ${fault}.`,
    use: ({ workers }) => `${plural(workers, { one: 'Worker', other: 'Worker' })} verwenden`,
    drawing: 'Kosten des Zeichnens',
    drawingMeans: 'Wie sehr es in langen Läufen das Rechnen bremst: dieselbe Arbeit im Wechsel, mit wachsenden Balken und ohne Zeichnen.',
    itself: 'Die Schleife im Vergleich mit sich selbst',
    itselfMeans: 'Dieselbe Arbeit zweimal direkt nacheinander: So kleine Unterschiede sind Rauschen.',
    atOnce: 'Schleifen, die zugleich laufen',
    moreThanSaid: ({ said }) =>
      `Der Browser meldet ${said}, tatsächlich laufen aber mehr. Mit mehr Workern geht das Rechnen hier schneller, als diese Zahl vermuten lässt.`,
    fewerThanSaid: ({ said }) => `Der Browser meldet ${said}. Andere Programme nutzen diesen Rechner mit, oder seine Kerne teilen sich etwas.`,
    asSaid: ({ said }) => `So viele, wie der Browser meldet: ${said}.`,
    off: ({ off, low, high }) => `${off} (${low} bis ${high})`,
  },

  checkup: {
    yes: 'ja',
    no: 'nein',
    notYet: 'noch nicht',
    secure: 'Sichere Adresse',
    secureRemedy: 'Öffne die Seite über HTTPS oder von localhost.',
    isolated: 'Cross-Origin-isoliert',
    isolatedRemedy: 'Der Server kann COOP- und COEP-Header senden.',
    threads: 'Threads in gemein\u00adsamem Speicher',
    afterReload: 'nach Neuladen',
    threadsRemedy: ({ reason, remedy }) => `${reason} ${remedy}`,
    serviceWorker: 'Service Worker',
    serviceWorkerIs: {
      active: { value: 'aktiv', remedy: 'Fügt Isolations-Header hinzu und hält Dateien offline bereit.' },
      waiting: { value: 'startet', remedy: 'Er ist gleich aktiv.' },
      refused: { value: 'blockiert', remedy: 'Erlaube dieser Website Service Worker oder Speicherplatz. Ohne sie geht offline nichts.' },
      unneeded: { value: 'nicht nötig', remedy: 'Ein Server auf diesem Rechner isoliert die Seite selbst.' },
      unsupported: {
        value: 'nicht verfügbar',
        remedy: 'In privaten Fenstern und unter unsicheren Adressen gibt es keine. Ohne Service Worker geht offline nichts.',
      },
    },
    offline: 'Offline verfügbar',
    offlineIs: {
      all: { value: 'alles', remedy: '' },
      'not yet': { value: 'noch nicht alles', remedy: 'Der Rest folgt, wenn die Seite nichts zu tun hat.' },
      unneeded: {
        value: 'nichts',
        remedy: 'Von diesem Rechner ausgelieferte Seiten werden nicht aufbewahrt, weil ein anderes Projekt als Nächstes denselben Port nutzen kann.',
      },
      used: { value: 'was benutzt wurde', remedy: 'Dieser Browser bittet Seiten, Daten zu sparen, deshalb wird nichts im Voraus geladen.' },
      failed: {
        value: 'nicht alles',
        remedy: 'Der Speicherplatz ist vielleicht voll oder gesperrt, oder das Netz war ausgefallen. Der nächste Besuch versucht es wieder.',
      },
    },
    network: 'Netz',
    networkIs: { online: 'online', offline: 'offline' },
    networkRemedy: 'Offline funktioniert alles außer dem, was eine Aufgabe selbst aus dem Netz holt.',
    cores: 'Kerne',
    coresRemedy: 'So viele meldet der Browser. Manche melden zu wenige.',
    oneCore: 'Mit einem Kern bringt paralleles Rechnen keine Beschleunigung.',
    clock: 'Auflösung der Uhr',
    clockNever: 'die Uhr steht',
    clockCoarse: 'Isolierte Seiten bekommen eine feinere Uhr. Für genaue Verhältnisse nimm größere Aufgaben.',
    clockTooCoarse: 'Der Schutz vor Fingerprinting macht sie so grob. Nur Aufgaben von vielen Sekunden lassen sich messen.',
  },

  stepper: {
    program: 'Programm',
    threads: 'Threads',
    programs: {
      'lost-update': {
        label: 'Verlorenes Update',
        about: 'Jeder Thread addiert 1 zu einem Zähler. Das braucht drei Schritte: laden, addieren, speichern.',
      },
      atomic: {
        label: 'Atomare Addition',
        about: 'Jeder Thread addiert 1 zu einem Zähler, in einem einzigen Schritt, bei dem nichts dazwischenkommen kann.',
      },
      lock: {
        label: 'Mit Lock',
        about: 'Jeder Thread sperrt den Zähler, bevor er lädt, addiert und speichert. Wer später kommt, wartet.',
      },
      deadlock: {
        label: 'Deadlock',
        about: 'Jeder Thread überträgt 1 auf das nächste Konto und sperrt vorher beide Konten, zuerst sein eigenes.',
      },
      'lock-order': {
        label: 'Locks in fester Reihenfolge',
        about: 'Jeder Thread überträgt 1 auf das nächste Konto und sperrt vorher beide Konten, in der Reihenfolge ihrer Namen.',
      },
      'check-then-act': {
        label: 'Erst prüfen, dann handeln',
        about: 'Es ist noch ein Ticket da. Jeder Thread prüft, ob es eins gibt, und nimmt es dann. Jeder der beiden Schritte ist atomar, beide zusammen sind es nicht.',
      },
    },
    failures: {
      lost: {
        right: ({ value }) => `Alle sind fertig. Der Zähler steht auf ${value}: Kein Update ging verloren.`,
        wrong: ({ value, expected, lost }) =>
          `Alle sind fertig. Der Zähler steht auf ${value}, nicht auf ${expected}: ${plural(lost, { one: 'Update ging', other: 'Updates gingen' })} verloren.`,
        odds: ({ wrong, all }) => `In ${wrong} von ${all} Verschränkungen geht ein Update verloren.`,
        none: ({ all }) => `In keiner der ${all} Verschränkungen geht ein Update verloren.`,
      },
      oversold: {
        right: () => 'Alle sind fertig. Das Ticket ist einmal verkauft.',
        wrong: ({ value }) => `Alle sind fertig. Das letzte Ticket ist mehrmals verkauft: tickets ist ${value}.`,
        odds: ({ wrong, all }) => `In ${wrong} von ${all} Verschränkungen wird es mehrmals verkauft.`,
        none: ({ all }) => `In keiner der ${all} Verschränkungen wird es mehrmals verkauft.`,
      },
      deadlock: {
        right: () => 'Alle sind fertig. Kein Geld ging verloren.',
        wrong: () => 'Deadlock: Kein Thread kommt weiter.',
        odds: ({ wrong, all }) => `In ${wrong} von ${all} Verschränkungen kommt es zu einem Deadlock.`,
        none: ({ all }) => `In keiner der ${all} Verschränkungen kommt es zu einem Deadlock.`,
      },
    },
    likeYours: ({ wrong, all }) => `Unter denen, die wie deine beginnen: ${wrong} von ${all}.`,
    thread: ({ thread }) => `Thread ${thread}`,
    next: ({ thread }) => `Nächster Schritt von ${thread}`,
    done: ({ thread }) => `${thread} ist fertig`,
    waits: ({ thread, cell, owner }) => `${thread} wartet auf ${cell}, gesperrt von ${owner}`,
    mustWait: ({ thread, cell, owner }) => `${thread} wartet auf ${cell}, gesperrt von ${owner}.`,
    registers: ({ thread }) => `Variablen von Thread ${thread}`,
    memory: 'Gemeinsamer Speicher',
    cell: 'Variable',
    value: 'Wert',
    owner: 'gesperrt von',
    nobody: 'niemandem',
    back: 'Zurück',
    forward: 'Vor',
    restart: 'Von vorn',
    showWrong: 'Eine der kürzesten zeigen',
    real: 'Wirklich ausführen',
    fullPage: 'Ganze Seite',
    keys: 'Tasten: A, B, C führen den nächsten Schritt dieses Threads aus, mit ← und → geht es zurück und vor. Wo dein Weg endet, folgt → dem kürzesten Weg, der schiefgeht.',
    begin: 'Du bist der Scheduler: Drücke auf einen Thread, und er macht seinen nächsten Schritt.',
    backAt: ({ step }) => `Zurück bei Schritt ${step}.`,
    backAtStart: 'Zurück am Anfang.',
    steps: {
      load: ({ thread, cell, to, value }) => `${thread} lädt ${cell}: ${to} ist ${value}.`,
      add: ({ thread, to, value }) => `${thread} addiert 1: ${to} ist ${value}.`,
      store: ({ thread, cell, value }) => `${thread} speichert ${value} in ${cell}.`,
      'fetch-add': ({ thread, cell, before, value }) => `${thread} ändert ${cell} in einem Schritt von ${before} auf ${value}.`,
      check: ({ thread, cell, before }) => `${thread} findet ${before} in ${cell} und macht weiter.`,
      'check-failed': ({ thread, cell, before }) => `${thread} findet ${before} in ${cell} und ist fertig.`,
      transfer: ({ thread, from, to }) => `${thread} überträgt 1 von ${from} auf ${to}.`,
      lock: ({ thread, cell }) => `${thread} sperrt ${cell}.`,
      unlock: ({ thread, cell }) => `${thread} gibt ${cell} frei.`,
    },
    holds: ({ thread, holds, waitsFor }) => `${thread} hält ${holds} und wartet auf ${waitsFor}.`,
    map: ({ odds, path }) => `Karte aller Verschränkungen. ${odds} Dein Weg: ${path}.`,
    mapAtStart: ({ odds }) => `Karte aller Verschränkungen. ${odds} Du stehst am Anfang.`,
    cycle: 'Durchgezogene Pfeile führen von einem Lock zu dem Thread, der es hält, gestrichelte von einem Thread zu dem Lock, auf das er wartet.',
    key: { open: 'kann noch gut ausgehen', doomed: 'geht schief, egal was folgt', own: 'dein Weg' },
    problems: {
      step: ({ given, choices }) => `step=${given} gibt es nicht, zur Wahl stehen: ${choices}. Die Angabe wird ignoriert.`,
      threads: ({ given, fewest, most }) => `threads=${given} ist keine Zahl von ${fewest} bis ${most}. Die Angabe wird ignoriert.`,
      path: ({ given }) => `path=${given} ist kein Weg durch dieses Programm. Die Angabe wird ignoriert.`,
    },
  },
};
