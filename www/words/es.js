// Everything that the page says, in Spanish. The parts of each text are those of the English one.

import { plural } from './plural.js';

/** @import {CatalogueWords} from '../types/words.js' */

/** What stands in index.html. The build reads it and the catalogue as JSON. */
export const PAGE = {
  "head": {
    "title": "Easy Concurrency: mira qué acelera la concurrencia y qué no",
    "description": "Mira qué hace la concurrencia: el mismo trabajo con siete ejecutores, desde un simple bucle hasta hilos, en vivo en tu navegador y en Rust compilado a WebAssembly.",
    "shared": "El mismo trabajo con siete ejecutores, en vivo en tu navegador: mira qué espera, qué calcula y cuánto tarda.",
    "image": "Dos cronogramas: seis tareas, una tras otra, y las mismas seis a la vez."
  },
  "notice": {
    "reload": "Los scripts de la página no se han cargado. <a href=''>Recarga la página</a>; tus ajustes se conservan.",
    "unknown": "Si eso no ayuda, la red va lenta o no funciona, o el servidor no entrega todos los archivos de la página sin cambios.",
    "file": "Has abierto la página como archivo, pero los navegadores solo cargan scripts como estos desde un servidor. Para iniciar uno, ejecuta <code>cargo xtask serve</code> en la carpeta del proyecto.",
    "silent": "Si eso no ayuda: no hubo respuesta de <code data-what='address'></code>. La red no funciona, o algo en este navegador bloquea esa dirección.",
    "answered": "Si eso no ayuda: el servidor respondió a la petición de <code data-what='address'></code> con el estado <code data-what='status'></code> y el tipo <code data-what='type'></code>.",
    "gone": "El servidor no tiene ese archivo. Si en este momento se está publicando una versión nueva, espera un minuto; si no, sube todo el contenido de <code>dist/</code>.",
    "type": "Los navegadores solo ejecutan estos scripts si se sirven como <code>text/javascript</code>. Configura el servidor para que envíe los archivos <code>.js</code> con ese tipo.",
    "trouble": "El servidor tiene un problema o se niega a enviar el archivo. Inténtalo más tarde.",
    "broken": "Si eso no ayuda: los scripts se han cargado, pero este navegador no puede ejecutarlos: <code data-what='thrown'></code>. Prueba con un navegador actualizado."
  },
  "opening": {
    "languages": "Idioma",
    "skip": "Saltar a los controles",
    "lede": "Hay trabajo que espera y trabajo que calcula. Hacer varias cosas a la vez reduce muchísimo la espera. Que también acelere el cálculo depende de lo que compartan los workers.",
    "noscript": "JavaScript está desactivado, así que aquí no se puede ejecutar nada. Las explicaciones de más abajo se pueden leer de todos modos."
  },
  "update": {
    "available": "Hay una versión nueva de esta página.",
    "reload": "Recargar"
  },
  "messages": {
    "dismiss": "Cerrar"
  },
  "path": {
    "label": "Preguntas, o tus propios ajustes",
    "waiting": "1. Esperar",
    "computing": "2. Calcular",
    "bigPiece": "3. Una pieza grande",
    "counting": "4. Compartir",
    "own": "Configúralo tú",
    "guess": "Elige una respuesta y empezará la ejecución."
  },
  "waiting": {
    "title": "Ocho imágenes de la red",
    "question": "Un bucle pide una imagen, espera a que llegue y pide la siguiente. ¿Cuántas veces más rápido es pedir las ocho a la vez?",
    "none": "no es más rápido",
    "some": "2 o 3 veces",
    "most": "más de eso"
  },
  "computing": {
    "title": "Ahora las tareas calculan",
    "question": "Números de Fibonacci, calculados por la vía lenta: nada espera, y cada tarea mantiene ocupado un núcleo. Los hilos de Python comparten un cerrojo, y solo puede calcular el hilo que lo tiene. ¿Cuántas veces más rápidos que el bucle son?",
    "none": "no son más rápidos",
    "some": "algo más rápidos",
    "most": "tantas veces como núcleos hay"
  },
  "bigPiece": {
    "title": "Al final, una pieza grande",
    "question": "fib(38) es por sí solo el 38\u00a0% de todo el trabajo. Los hilos se reparten los números sin dividirlos; fork-join, además, divide cada número y reparte las mitades. ¿Cuántas veces más rápido que los hilos es fork-join?",
    "none": "no es más rápido",
    "some": "hasta 1,5 veces",
    "most": "más de eso"
  },
  "counting": {
    "title": "Dos hilos cuentan juntos",
    "question": "Dos hilos suman 1 a un mismo contador, cuatro millones de veces cada uno: lo leen, suman 1 y lo guardan. ¿Qué sale?",
    "less": "menos, y cada vez distinto",
    "exactly": "exactamente 8.000.000",
    "more": "más"
  },
  "form": {
    "label": "Ajustes",
    "task": "Tarea",
    "executor": "Ejecutor",
    "workers": "Workers",
    "workersRange": "un número de 1 a {most workers}",
    "repeats": "Repeticiones",
    "repeatsRange": "auto, o un número de 1 a 100",
    "number": "un número de {min} a {max}",
    "auto": "auto, o un número de {min} a {max}",
    "waits": "{task}: espera",
    "computes": "{task}: cálculo",
    "compare": "Comparar",
    "run": "Ejecutar",
    "guess": "Tu respuesta: ¿cuántas veces la velocidad del bucle?",
    "loading": "Los botones funcionarán cuando se hayan cargado los scripts de la página."
  },
  "stage": {
    "title": "Quién hizo qué y cuándo",
    "fullPage": "Página completa",
    "illustration": "Una ilustración: aquí aparecerá tu ejecución.",
    "start": "Empezar",
    "cancel": "Cancelar",
    "longer": "Medir más tiempo",
    "progress": "Progreso de la ejecución",
    "verdict": "<strong>Cada barra es una tarea.</strong> Una tras otra, las tareas forman una escalera; todas a la vez, un bloque que acaba antes. En una ejecución, cada fila es un worker.",
    "startup": "Arranque, medido aparte: <output id='startup'>–</output>. Antes de que pulses nada, la página ya arranca un worker y compila el módulo; esa parte se cuenta por separado.",
    "bars": "Señala una barra o tócala para ver sus detalles, o pasa de una barra a otra con las teclas de flecha."
  },
  "drawing": {
    "ofWaiting": "Una ilustración de seis tareas que sobre todo esperan. En un bucle van una tras otra, como una escalera; todas a la vez forman un bloque que acaba mucho antes.",
    "ofComputing": "Una ilustración de seis tareas que calculan. En un bucle van una tras otra, como una escalera; con dos workers van de dos en dos y acaban en la mitad de tiempo.",
    "loop": "bucle",
    "atOnce": "todas a la vez",
    "twoWorkers": "dos workers"
  },
  "key": {
    "computing": "cálculo",
    "io": "espera de E/S",
    "lock": "espera del cerrojo",
    "idle": "inactividad",
    "startup": "arranque",
    "warmup": "calentamiento: el motor optimiza el código que se ejecuta a menudo",
    "chain": "camino crítico: de lo que dependía el final"
  },
  "replay": {
    "startup": "arranque y calentamiento",
    "replay": "Reproducir",
    "moment": "Momento de la reproducción"
  },
  "prediction": {
    "title": "Qué pasaría con más núcleos",
    "terms": "El <em>trabajo</em> es lo que tardan todas las tareas una tras otra. La <em>profundidad</em> (en inglés, span) es el tiempo que ningún número de workers puede rebajar: la tarea más larga, o el camino más largo por las tareas que se dividen. El trabajo dividido por la profundidad es el <em>paralelismo</em>, la mayor aceleración posible frente a un solo worker.",
    "limits": "Una predicción supone que cada worker tiene un núcleo para él solo, tan rápido como los de aquí. No tiene en cuenta las cachés compartidas, el ancho de banda de la memoria, los núcleos de distinta velocidad ni las frecuencias de reloj que bajan con la carga.",
    "from": "Según la ejecución con",
    "count": "Tareas",
    "order": "Orden",
    "longestFirst": "largas primero",
    "ascending": "ascendente",
    "chunks": "Bloques",
    "chunkOne": "una tarea",
    "chunkAuto": "decide rayon",
    "cutoff": "Umbral",
    "cutoffAuto": "auto",
    "connections": "Conexiones",
    "connectionsAny": "sin límite",
    "core": "El cálculo tarda <span class='factor'></span>",
    "latency": "La espera tarda <span class='factor'></span>",
    "workers": "Workers",
    "timeline": "cronograma",
    "lanes": "Cronograma predicho",
    "computing": "predicho: cálculo",
    "waiting": "predicho: espera",
    "save": "Guardar la predicción como traza",
    "check": "Para contrastar la predicción con mediciones, pulsa Comparar con este número de workers, y después con otro.",
    "compared": "Predicción y medición",
    "caption": "Aceleración frente al bucle: predicha y medida",
    "columnWorkers": "workers",
    "columnMeasured": "medida",
    "columnPredicted": "predicha",
    "columnError": "error del tiempo predicho",
    "columnRange": "el tiempo medido está"
  },
  "gallery": {
    "title": "Las imágenes",
    "retry": "Reintentar",
    "save": "Guardar todas en un ZIP"
  },
  "comparison": {
    "title": "Cuánto tardó",
    "gilTitle": "Hilos que se turnan",
    "gil": "Los hilos de Python comparten un cerrojo, el <abbr title='Global Interpreter Lock'>GIL</abbr>. Un hilo lo retiene mientras calcula y lo suelta mientras espera a la red. Por eso veinte tareas que esperan pueden esperar todas a la vez, pero, de veinte que calculan, una avanza y diecinueve hacen cola. Aquí, una tarea retiene el cerrojo hasta que termina de calcular; CPython se lo pasa a otro hilo cada 5 ms, lo que cambia el orden, pero no el total. Desde la versión 3.13, CPython también existe sin GIL.",
    "processesTitle": "Lo que cuestan los procesos",
    "processes": "Los workers aislados no comparten nada, así que no necesitan cerrojos, y todos los núcleos pueden calcular. A cambio, cada uno tiene su propia instancia y su propia memoria, las entradas y los resultados se envían como mensajes, y el arranque tarda más.",
    "threadsTitle": "Hilos sin cerrojo",
    "threads": "Rust comprueba al compilar que ningún hilo pueda corromper los datos de otro, así que no necesita un cerrojo que lo proteja todo. En un navegador, los hilos son workers que comparten una misma memoria.",
    "asyncTitle": "Un hilo, muchos futuros",
    "async": "<code>async</code> empieza la tarea siguiente mientras la anterior espera, así que veinte tareas pueden esperar a la vez sin veinte hilos. El cálculo no se acelera: concurrencia no es paralelismo.",
    "table": "Tabla de tiempos",
    "executor": "ejecutor",
    "speedup": "aceleración",
    "work": "trabajo",
    "beside": "bucle, mismas rondas",
    "workers": "workers",
    "startup": "arranque",
    "total": "total",
    "articleTime": "tiempo en el artículo",
    "articleSpeedup": "acele&shy;ración en el artículo",
    "friend": "en el enlace",
    "article": "Las cifras del artículo proceden de «Easy Concurrency in Python»: <span id='article-of'></span>, en Python y en el equipo del autor; cada una es la media de 10 ejecuciones. Todas las demás cifras se han medido aquí y ahora.",
    "friendHint": "Las cifras del enlace las midió la persona que lo creó.",
    "method": "En cada ronda trabaja una vez cada ejecutor, en un nuevo orden aleatorio. La aceleración, es decir, cuántas veces la velocidad del bucle, es la mediana de los cocientes de las rondas, así que puede diferir un poco del cociente de las dos medianas. Su intervalo contiene el cociente verdadero en al menos 95 de cada 100 casos, por mucho que alargues la medición. Cuando la frase elige el mejor de varios ejecutores, da un intervalo más amplio («ajustado por 6 comparaciones», por ejemplo). Con las repeticiones en <em>auto</em>, una comparación termina cuando todos los cocientes están claros o al cabo de 10 s.",
    "javascript": "Añadir JavaScript puro"
  },
  "log": {
    "title": "Lo que imprimirían los scripts",
    "about": "Cada resultado según llega, y cuánto ha tardado cada ejecución completa."
  },
  "code": {
    "title": "Una o dos líneas marcan la diferencia",
    "map": "Un bucle dice <em>cómo</em>: toma una entrada, haz la tarea, toma la siguiente. <code>map(task, inputs)</code> solo dice <em>qué</em>: haz esta tarea con todas estas entradas. No dice que tengan que ir una tras otra. Por eso, quien lo lleva a cabo, el <em>ejecutor</em>, puede trabajar con varias entradas a la vez y devolver los resultados en el orden de las entradas.",
    "marked": "Las líneas resaltadas son las que cambian respecto al bucle. El código en Rust es el que se ejecuta aquí, tomado de su fuente.",
    "executor": "Ejecutor",
    "rust": "Rust, tal como se ejecuta aquí"
  },
  "speedup": {
    "title": "Hasta dónde llega la aceleración",
    "forkJoinTitle": "Fork-join",
    "forkJoin": "Fork-join divide una entrada si su tarea dice cómo. Dos workers toman una mitad cada uno y la vuelven a dividir, hasta que una parte tarda más o menos una décima de milisegundo; por debajo de eso, dividir cuesta más de lo que ahorra. Fork-join encuentra ese límite sobre la marcha. Fija tú un <em>umbral</em> y verás lo que cuesta dividir demasiado, o demasiado poco.",
    "most": "De 1 worker a",
    "measure": "Medir la aceleración",
    "work": "Mide la tarea de tus ajustes, si es de cálculo.",
    "key": "Cada punto es la mediana del tiempo del bucle dividida por la del ejecutor; la línea que lo atraviesa es el intervalo del 95\u00a0%. Las curvas muestran la ley de Amdahl, ajustada donde los puntos lo permiten. Las líneas discontinuas muestran el ideal y, si la tarea tiene uno, su techo. Las bandas son predicciones más allá de lo medido.",
    "figures": "Las cifras del gráfico en una tabla",
    "columnExecutor": "ejecutor",
    "columnWorkers": "workers",
    "columnSpeedup": "aceleración",
    "columnInterval": "intervalo del 95\u00a0%"
  },
  "stepper": {
    "title": "El planificador eres tú",
    "about": "Los hilos que comparten memoria avanzan por turnos, en un orden que nadie conoce. Aquí lo decides tú: cada vez que pulsas un hilo, da su siguiente paso. En la mayoría de los órdenes de <code>load</code>, <code>add</code>, <code>store</code> se pierde una actualización.",
    "modelTitle": "Lo que el modelo deja fuera",
    "model": "El modelo es secuencialmente consistente: se da un paso cada vez, y todos los hilos lo ven al instante. Los procesadores, los compiladores y el <code>Relaxed</code> de Rust tienen modelos de memoria más débiles, que permiten más resultados. Lo que aquí sale mal puede salir mal también allí; lo que aquí es correcto necesita allí los órdenes de memoria adecuados."
  },
  "share": {
    "title": "Guardar y compartir",
    "about": "Un enlace con resultados muestra los tuyos junto a los de quien lo abra. El fragmento inserta estos ajustes, con su cronograma y su frase, en una página tuya. La traza se abre en <a href='https://ui.perfetto.dev' rel='noreferrer'>ui.perfetto.dev</a> y en la herramienta de trazas de Chrome.",
    "share": "Compartir",
    "link": "Copiar enlace",
    "resultsLink": "Copiar enlace con resultados",
    "snippet": "Copiar fragmento para otra página",
    "json": "Copiar JSON",
    "csv": "Copiar CSV",
    "markdown": "Copiar Markdown",
    "trace": "Guardar traza",
    "text": "Texto para copiar"
  },
  "browser": {
    "title": "Este navegador",
    "about": "Los hilos en WebAssembly necesitan memoria compartida, y los navegadores solo la comparten con páginas aisladas de las demás.",
    "columnWhat": "función",
    "columnHere": "aquí",
    "columnNotes": "qué saber o hacer"
  },
  "instrument": {
    "examine": "Comprobar la precisión",
    "useWorkers": "Usar más workers",
    "about": "Mide lo que cuesta aquí dibujar, cuánto varía el tiempo de un mismo bucle y cuántos workers trabajan de verdad a la vez.",
    "caption": "Precisión de las mediciones, recién comprobada; entre paréntesis, intervalos del 95\u00a0%",
    "columnWhat": "qué",
    "columnHere": "aquí",
    "columnMeans": "qué significa"
  },
  "footer": {
    "about": "Basado en «Easy Concurrency in Python»: el mismo trabajo con siete ejecutores, en Rust compilado a WebAssembly. Todo se ejecuta en tu navegador, en workers. No se descarga ninguna fotografía hasta que tú la pides; la página guarda sus propios archivos para funcionar sin conexión. Las fotografías son de <a href='https://picsum.photos' rel='noreferrer'>Lorem Picsum</a>.",
    "licences": "Licencias del software de código abierto de esta página"
  }
};

/** Of tasks and executors.
 * @type {CatalogueWords} */
export const CATALOGUE = {
  "tasks": {
    "fib": {
      "label": "Fibonacci",
      "work": ["fib(1) a fib({n})"],
      "more": "Usa una n mayor.",
      "name": "fib({})",
      "article": "fib(1) a fib(35)",
      "ceiling": "una tarea por número",
      "parameters": { "n": { "label": "n, de fib(1) a fib(n)" } }
    },
    "pictures": {
      "label": "Imágenes",
      "work": [
        "{count|imagen|imágenes}",
        " de {width} × {height} píxeles de Lorem Picsum",
        " con una latencia simulada de {latency} ms",
        " y un {failures}\u00a0% de fallos"
      ],
      "more": "Usa más imágenes.",
      "name": "imagen {}",
      "article": "20 imágenes de 200 × 300 píxeles",
      "parameters": {
        "source": { "label": "Origen", "choices": { "picsum": "Picsum", "simulated": "simulado" } },
        "count": { "label": "Imágenes" },
        "width": { "label": "Ancho, px", "otherwise": "Las imágenes simuladas son de 200 × 300 píxeles." },
        "height": { "label": "Alto, px", "otherwise": "Las imágenes simuladas son de 200 × 300 píxeles." },
        "latency": { "label": "Latencia, ms" },
        "failures": { "label": "Fallos, %" },
        "seed": { "label": "Semilla" },
        "timeout": { "label": "Tiempo límite, ms" }
      },
      "about": [
        "Fotografías de Lorem Picsum, descargadas sin caché.",
        "Dibujadas para esta página y enviadas por ella, de 200 × 300 píxeles cada una, con una latencia simulada de {latency} ms."
      ],
      "rescue": { "problem": "No se pudo descargar ninguna imagen.", "offer": "Usar imágenes simuladas" }
    },
    "mandelbrot": {
      "label": "Conjunto de Mandelbrot",
      "work": [
        "el conjunto de Mandelbrot en {tiles|tesela|teselas}",
        " de {width} × {height} píxeles, centro ({re}; {im}), zoom {zoom}, hasta {iterations|iteración|iteraciones}"
      ],
      "more": "Usa más teselas o más iteraciones.",
      "name": "tesela {}",
      "parameters": {
        "tiles": { "label": "Teselas" },
        "columns": { "label": "Teselas por fila" },
        "width": { "label": "Ancho de tesela, px" },
        "height": { "label": "Alto de tesela, px" },
        "iterations": { "label": "Máximo de iteraciones" },
        "re": { "label": "Centro, real" },
        "im": { "label": "Centro, imaginario" },
        "zoom": { "label": "Zoom" }
      },
      "about": [
        "El conjunto de Mandelbrot en torno a la parte real {re} y la parte imaginaria {im}, ampliado {zoom} veces. Cada tesela es una tarea."
      ]
    },
    "counter": {
      "label": "Contador compartido",
      "work": ["{tasks|tarea que cuenta|tareas que cuentan}, sumas por tarea: {additions} ({sharing})"],
      "more": "Aumenta el número de sumas.",
      "name": "cuenta de la tarea {}",
      "total": "cuenta final de {}",
      "parameters": {
        "sharing": {
          "label": "Cada suma",
          "choices": {
            "load-store": "leer y luego guardar",
            "atomic": "atómica",
            "lock": "con un cerrojo",
            "own": "en un contador propio de la tarea"
          }
        },
        "tasks": { "label": "Tareas que suman" },
        "additions": { "label": "Sumas de cada una" }
      }
    }
  },
  "executors": {
    "loop": {
      "label": "bucle",
      "about": "Un bucle for: un solo worker hace una tarea tras otra."
    },
    "map": {
      "label": "map",
      "about": "El bucle, escrito como map(task, inputs): sigue habiendo un solo worker, y una tarea tras otra."
    },
    "gil": {
      "label": "hilos con GIL",
      "about": "Hilos que comparten un cerrojo: solo puede calcular uno cada vez, pero todos pueden esperar al mismo tiempo."
    },
    "processes": {
      "label": "procesos",
      "about": "Workers aislados, cada uno con su propia memoria, que intercambian mensajes."
    },
    "threads": {
      "label": "hilos",
      "about": "Hilos en memoria compartida, sin un cerrojo global: todos pueden calcular al mismo tiempo.",
      "parameters": {
        "order": { "label": "Orden", "choices": { "longest-first": "largas primero", "ascending": "ascendente" } },
        "chunks": { "label": "Bloques", "choices": { "one": "una tarea", "auto": "decide rayon" } }
      }
    },
    "async": {
      "label": "async",
      "about": "Un hilo, muchos futuros: mientras una tarea espera, el hilo trabaja en otra."
    },
    "fork-join": {
      "label": "fork-join",
      "about": "Hilos que dividen cada entrada por la mitad y se reparten las mitades.",
      "parameters": { "cutoff": { "label": "Umbral" } }
    },
    "javascript": {
      "label": "bucle en JavaScript puro",
      "about": "La misma recursión ingenua en JavaScript puro, en un bucle."
    }
  }
};

/** The notes on tasks. No script shows them: they are in the page's HTML. */
export const NOTES = {
  "fib": [
    {
      "title": "Una tarea que calcula",
      "text": "Un número de Fibonacci calculado por la vía lenta nunca espera: mantiene ocupado un núcleo de principio a fin. (Hay formas rápidas de calcularlo; esta es lenta a propósito)."
    },
    {
      "title": "Una tarea grande marca el límite",
      "text": "fib(35) es por sí solo el 38\u00a0% de todo el trabajo de fib(1) a fib(35). El worker al que le toca está ocupado todo ese tiempo, así que, con una tarea por número, la aceleración nunca pasa de 2,618 (φ²), por muchos núcleos que haya. Si el número más grande va al final, todos lo esperan, así que conviene empezar por el más largo. Fork-join lo divide: fib(35) es fib(34) + fib(33)."
    }
  ],
  "pictures": [
    {
      "title": "Una tarea que espera",
      "text": "Una descarga pasa casi todo su tiempo esperando a otros equipos."
    }
  ],
  "counter": [
    {
      "title": "Una tarea que comparte",
      "text": "El bucle, map, async y los procesos usan una compilación sin operaciones atómicas: esa memoria es de un solo hilo, así que allí ni un cerrojo ni una suma atómica cuestan mucho. Comparar mide además los hilos con un solo worker: al lado se ve lo que cuesta compartir. Para más workers no hay predicción."
    }
  ]
};

/** Executors within a sentence: those that are nouns take an article, those that are names in code take none.
 * @param {string} names one, or a list */
const the = (names) => `${names}`.replace(/\b(hilos|procesos)\b/g, 'los $1').replace(' e los ', ' y los ').replace(/^bucle\b/, 'el bucle');

/** @param {string} name */
const ofThe = (name) => `de ${the(name)}`.replace('de el ', 'del ');

/** An executor with a verb.
 * @param {string} name
 * @param {string} one
 * @param {string} many */
const does = (name, one, many) => `${the(name)} ${the(name).startsWith('los ') ? many : one}`;

/** @param {string} name */
const ran = (name) => does(name, 'fue', 'fueron');

/** @param {number} count */
const cores = (count) => plural(count, { one: 'núcleo', other: 'núcleos' });

/** @param {number} count */
const repetitions = (count) => plural(count, { one: 'repetición', other: 'repeticiones' });

/** @param {number} count */
const workersOf = (count) => plural(count, { one: 'worker', other: 'workers' });

/** @param {number} count */
const slotsOf = (count) => plural(count, { one: 'ranura', other: 'ranuras' });

/** In Spanish, a million takes `de`.
 * @param {number} count */
const lostUpdates = (count) => plural(count, { one: 'actualización perdida', other: `${count % 1e6 === 0 ? 'de ' : ''}actualizaciones perdidas` });

/** @param {number} count */
const failuresOf = (count) => plural(count, { one: 'fallo', other: 'fallos' });

/** @param {number} count
 * @param {string} two */
const numberOfThreads = (count, two) => `${count === 2 ? two : count} hilos`;

/** @param {number} count
 * @param {string} noun feminine */
const allFeminine = (count, noun) => `Las ${count === 2 ? 'dos' : count} ${noun}`;

/** Needed from the first run on.
 * @type {typeof import('./en.js').FIRST} */
export const FIRST = {
  numbers: {
    range: ({ low, high }) => `${low} a ${high}`,
    noInterval: 'aún sin intervalo',
    seconds: ({ count }) => `alrededor de ${plural(count, { one: 'segundo', other: 'segundos' })}`,
    minutes: ({ count }) => `alrededor de ${plural(count, { one: 'minuto', other: 'minutos' })}`,
    hours: ({ count }) => `alrededor de ${plural(count, { one: 'hora', other: 'horas' })}`,
    startUp: ({ time, early }) => `${time}, de ellos ${early} por adelantado`,
  },

  ratio: {
    interval: ({ low, high }) => `IC 95\u00a0%: ${low} a ${high}`,
    bestInterval: ({ low, high, claims }) => `IC 95\u00a0%: ${low} a ${high}; ajustado por ${claims} comparaciones`,
    loop: 'el bucle',
    measured: ({ who, ratio, other, interval }) => `${ran(who)} a ${ratio} la velocidad ${ofThe(other)} (${interval}).`,
    close: ({ who, ratio, other, interval }) =>
      `${ran(who)} a ${ratio} la velocidad ${ofThe(other)}, una diferencia de menos del 5\u00a0% (${interval}).`,
    alike: ({ who, other, interval }) => `${ran(who)} a la misma velocidad que ${the(other)}, con menos de un 5\u00a0% de diferencia (${interval}).`,
    unsure: ({ who, other, interval }) => `no hubo una diferencia medible entre ${the(who)} y ${the(other)} (${interval}).`,
    plain: ({ who, ratio, other }) => `${ran(who)} a ${ratio} la velocidad ${ofThe(other)}.`,
    few: ({ who, ratio, other, rounds }) =>
      `${ran(who)} a ${ratio} la velocidad ${ofThe(other)}, según ${rounds === 1 ? 'una sola ejecución' : plural(rounds, { one: 'ejecución', other: 'ejecuciones' })} de cada uno.`,
  },

  end: {
    cancelled: 'Cancelado.',
    failed: 'Ha fallado.',
    sweep: 'Listo. El gráfico muestra la aceleración.',
    compared: ({ executors }) => `Listo: ${plural(executors, { one: 'ejecutor', other: 'ejecutores' })}. La tabla los compara.`,
    ran: ({ executor, results, inputs }) => `Listo: ${executor}, ${results} de ${plural(inputs, { one: 'resultado', other: 'resultados' })}.`,
  },

  verdict: {
    soFar: ({ rounds, said }) => `Resultado provisional tras ${plural(rounds, { one: 'ronda', other: 'rondas' })}. ${said}`,
    guess: {
      close: ({ guess }) => `Respondiste ${guess}: casi exacto.`,
      near: ({ guess }) => `Respondiste ${guess}: te acercaste bastante.`,
      far: ({ guess }) => `Respondiste ${guess}: toda una sorpresa.`,
    },
  },

  figure: {
    once: ({ executor, work }) => `${executor}; ${work}`,
    median: ({ executor, repeats, work }) => `${executor}, mediana de ${repetitions(repeats)}; ${work}`,
    onceFailed: ({ executor, failed, work }) => `${executor}, ${failuresOf(failed)}; ${work}`,
    medianFailed: ({ executor, repeats, failed, work }) =>
      `${executor}, mediana de ${repetitions(repeats)}, ${failuresOf(failed)}; ${work}`,
  },

  progress: {
    starting: 'Arrancando',
    cancelled: 'Cancelado',
    done: ({ repeats }) => `Listo: ${repetitions(repeats)} en total`,
    round: ({ executor, number }) => `${executor}, ronda ${number}`,
    roundOf: ({ executor, number, all }) => `${executor}, ronda ${number} de ${all}`,
    repeat: ({ executor, number }) => `${executor}, repetición ${number}`,
    repeatOf: ({ executor, number, all }) => `${executor}, repetición ${number} de ${all}`,
    left: ({ doing, time }) => `${doing} · tiempo restante: ${time}`,
  },

  lanes: {
    worker: 'worker',
    slot: 'ranura',
    workers: ({ count }) => workersOf(count),
    slots: ({ count }) => slotsOf(count),
    numberedWorker: ({ number }) => `worker ${number}`,
    numberedSlot: ({ number }) => `ranura ${number}`,
    bar: ({ length, from, to }) => `${length}, de ${from} a ${to}`,
    waitedForLock: ({ time, share }) => `espera del cerrojo ${time} (${share})`,
    waitedForIo: ({ time, share }) => `espera de E/S ${time} (${share})`,
    isCritical: 'en el camino crítico',
    repeat: ({ time }) => `repetición de ${time}`,
    computing: ({ share }) => `cálculo ${share}`,
    lock: ({ share }) => `espera del cerrojo ${share}`,
    io: ({ share }) => `espera de E/S ${share}`,
    idle: ({ share }) => `inactividad ${share}`,
    startUp: ({ time }) => `arranque ${time}`,
    warmUp: ({ time }) => `calentamiento ${time}`,
    notStarted: 'aún sin arrancar',
    starting: 'arrancando',
    warming: 'calentando',
    ready: 'todo listo',
    running: 'en marcha',
    failed: 'con error',
    cancelled: 'cancelado',
    timeline: 'cronograma',
    open: ({ executor }) => `${executor}, worker por worker`,
    tableOfWorkers: ({ count }) => `Reparto del tiempo de ${workersOf(count)}`,
    tableOfSlots: ({ count }) => `Reparto del tiempo de ${slotsOf(count)}`,
    heads: { tasks: 'tareas', computing: 'cálculo', waiting: 'espera', idle: 'inactividad', idleAtEnd: 'inactividad al final' },
    tableLater: 'Se muestra cuando termina la ejecución.',
  },
  replay: { play: 'Reproducir', pause: 'Pausar', share: ({ share }) => `${share} del tiempo` },

  table: {
    caption: ({ work }) => `${work}; medianas, sin arranque`,
    failed: 'con error',
    someFailed: ({ count }) => failuresOf(count),
    repeats: ({ count }) => repetitions(count),
    stopped: { asked: '', sure: 'claro', spent: 'tiempo agotado', slow: 'demasiado lento para más', most: 'poco claro', empty: 'sin resultado' },
    early: ({ time }) => `${time} previos`,
    shared: ({ time }) => `${time} compartidos`,
    ratioOfLink: ({ ratio, range }) => `${ratio}; ${range}`,
    link: ({ cores: count }) => `en el enlace (${cores(count)})`,
  },

  faults: {
    'no-answer': ({ url, cause }) => `sin respuesta de ${url} (${cause})`,
    'error-status': ({ url, status, text }) => `${url} respondió con el estado ${status}${text && ` (${text})`}`,
    'rate-limited': ({ url, status }) => `${url} respondió con el estado ${status}: límite de peticiones alcanzado`,
    'rate-limited-for': ({ url, status, wait }) =>
      `${url} respondió con el estado ${status}: límite de peticiones alcanzado, se puede reintentar dentro de ${wait}`,
    'backed-off': ({ url, wait }) => `no se pidió ${url}, porque su servidor limita las peticiones durante ${wait} más`,
    'timed-out': ({ url, limit }) => `${url} tardó más de ${limit}`,
    'broke-off': ({ url, cause }) => `se interrumpió la descarga de ${url}: ${cause}`,
    'too-short': ({ url }) => `la descarga de ${url} está incompleta: es más corta de lo anunciado`,
    'not-a-picture': ({ url, mediaType }) => `${url} respondió con algo que no es una imagen (${mediaType})`,
    'empty-answer': ({ url }) => `${url} envió una respuesta vacía`,
    'nothing-came': () => 'no llegó nada',
    'not-shown': () => 'lo que llegó no es una imagen que este navegador pueda mostrar',
    lost: () => 'se perdió en la red simulada',
    'task-failed': ({ cause }) => cause,
    panicked: ({ cause }) => cause,
    thrown: ({ cause }) => cause,
    'out-of-memory': ({ cause }) => `falta memoria (${cause}). Usa menos workers o menos trabajo, o cierra otras pestañas.`,
    'no-room-for-stacks': () => 'falta memoria: no hay sitio para las pilas de los hilos. Usa menos workers.',
    'threads-not-started': ({ cause }) => `no se pudieron iniciar los hilos: ${cause}`,
    'worker-not-started': ({ cause }) => `no se pudo iniciar el worker: ${cause}`,
    'worker-died': ({ fault }) => `el worker se detuvo por un error: ${fault}`,
    'no-such-task': ({ name }) => `no hay ninguna tarea llamada ${name}`,
    'no-such-executor': ({ name }) => `este módulo no tiene ningún ejecutor llamado ${name}`,
    'not-splittable': () => 'esta tarea no se puede dividir',
    'needs-browser': () => 'esto solo funciona en un navegador',
    'not-ready': ({ executor, limit }) =>
      `el arranque ${ofThe(executor)} no terminó en ${limit}: un worker no arrancó, quizá por falta de memoria. Inténtalo de nuevo o usa menos workers.`,
    'script-late': ({ file, limit }) =>
      `${file}, el script de los workers, no se cargó en ${limit}. Puede que el servidor o la conexión sean lentos, o que una extensión lo bloquee. Inténtalo de nuevo o usa una ventana privada.`,
    'no-worker': ({ cause }) =>
      `el navegador no dejó que la página iniciara un worker, o uno más (${cause}). Puede que lo prohíba una extensión o el sandbox de un marco: prueba con una ventana privada, con la página en su propia pestaña o con menos workers.`,
    'message-unreadable': () => 'no se pudo leer un mensaje de un worker',
    'worker-broke': ({ cause }) => `hubo un error en un worker: ${cause}`,
    'script-not-loaded': () => 'no se pudo cargar el script de un worker',
    'module-not-loaded': ({ file, cause }) => `no se pudo cargar ${file} (${cause})`,
    'module-late': ({ file, limit }) =>
      `${file} no se cargó en ${limit}. Puede que el servidor o la conexión sean lentos, o que una extensión lo bloquee. Inténtalo de nuevo o usa una ventana privada.`,
    'module-status': ({ file, status }) => `no se pudo cargar ${file} (el servidor respondió con el estado ${status})`,
    'module-type': ({ file, type }) => `no se pudo cargar ${file} (el servidor envió otro tipo de archivo: ${type})`,
    unfinished: ({ fault }) => `sin terminar: ${fault}`,
    'page-broke': ({ cause }) => `hubo un error en la propia página: ${cause}`,
    ended: () => 'se detuvo la ejecución',
  },
  failure: ({ input, fault }) => `${input}: ${fault}`,

  wayOn: {
    filesGone: 'Faltan en el servidor archivos de esta página, probablemente porque se publicó una versión más nueva después de que la abrieras.',
    loadNewVersion: 'Cargar la versión nueva',
    reload: 'Recargar',
    useProcesses: 'Usar procesos',
    failed: ({ executor, fault }) => `${does(executor, 'falló', 'fallaron')}: ${fault}`,
    nothing: ({ problem, fault }) => `${problem} Primer error: ${fault}`,
    nothingSucceeded: 'Nada salió bien.',
    noCause: 'desconocido',
  },

  errors: {
    unshown: ({ message }) => `Una parte de la página no se pudo mostrar (${message}). Las ejecuciones y sus cifras no se ven afectadas.`,
    further: 'La parte inferior de esta página no se pudo cargar, así que sus botones no funcionan. Recarga la página: tus ajustes se conservan.',
    other: ({ message }) =>
      `Algo ha fallado en esta página (${message}). Si un botón no funciona, recarga la página: tus ajustes se conservan.`,
    broke: ({ cause }) =>
      `Hubo un error en la propia página, no en lo que ejecutaba: ${cause}. Vuelve a ejecutarlo o recarga la página: tus ajustes se conservan.`,
    notReloaded: 'Los hilos necesitan memoria compartida, y para eso la página tiene que recargarse una vez. No se ha recargado. Vuelve a pulsar para intentarlo de nuevo.',
  },

  sharedMemory: {
    works: { reason: 'La memoria compartida funciona.', remedy: '' },
    'after-reload': {
      reason: 'El servidor no envía cabeceras de aislamiento, así que las añade el service worker de la página.',
      remedy: 'La página se recarga una vez cuando una ejecución las necesita.',
    },
    'no-wasm': { reason: 'Este navegador no admite WebAssembly.', remedy: 'Usa un navegador actualizado.' },
    'no-wasm-threads': { reason: 'Este navegador es demasiado antiguo para los hilos de WebAssembly.', remedy: 'Usa un navegador actualizado.' },
    'not-secure': {
      reason: 'Esta dirección no es segura, y los navegadores solo comparten memoria en las que lo son.',
      remedy: 'Abre la página por HTTPS o desde localhost.',
    },
    'switched-off': { reason: 'La memoria compartida está desactivada en este navegador.', remedy: 'Usa otro navegador actualizado.' },
    framed: { reason: 'La página está incrustada en otra que no la aísla.', remedy: 'Ábrela en su propia pestaña.' },
    'service-worker-blocked': {
      reason: 'El servidor no envía cabeceras de aislamiento, y el service worker que las añadiría está bloqueado.',
      remedy: 'Permite los service workers en este sitio, sal de la navegación privada o sirve la página con las cabeceras COOP y COEP.',
    },
    'headers-missing': {
      reason: 'Faltan las cabeceras de aislamiento, aunque el service worker las añade.',
      remedy: 'Recarga la página sin mantener pulsada la tecla Mayús. Si eso no ayuda, un proxy o una extensión está quitando las cabeceras.',
    },
  },
  unavailable: {
    one: ({ executor, reason, remedy }) => `${does(executor, 'no puede', 'no pueden')} ejecutarse aquí. ${reason} ${remedy}`,
    several: ({ executors, reason, remedy }) => `Aquí no están disponibles: ${executors}. ${reason} ${remedy} Todo lo demás funciona.`,
    openTab: 'Abrir esta página en una pestaña',
    option: ({ executor }) => `${executor} (no disponible aquí)`,
  },
  waiting: {
    memory: 'Preparando la memoria compartida. Puede que la página se recargue una vez.',
    scripts: 'Los botones funcionarán en cuanto se hayan cargado los scripts de la página.',
  },

  problems: {
    repeated: ({ name }) => `${name} aparece más de una vez.`,
    empty: ({ name }) => `${name}: falta el valor.`,
    misfit: ({ given, other, note }) => `${given} no se aplica con ${other}.${note && ` ${note}`}`,
    'no-choice': ({ given, choices }) => `${given} no es una de las opciones: ${choices}.`,
    'no-number': ({ given, fraction, auto }) =>
      `${given} no es ${fraction ? 'un número como 1500 o 1,5' : 'un número entero'}${auto ? ' ni auto' : ''}.`,
    'out-of-range': ({ given, min, max }) => `${given} está fuera del intervalo permitido (${min} a ${max}).`,
    fallback: ({ problem, fallback }) => `${problem} Se usa ${fallback} en su lugar.`,
    unknown: ({ name, meant }) => `«${name}» se ignora: no es un ajuste de esta página. ¿Querías decir «${meant}»?`,
    'run-repeated': 'run aparece más de una vez. Pulsa un botón para empezar.',
    tooLong: ({ time, limit, button }) =>
      `Esto puede tardar ${time}, más de lo que un enlace puede iniciar por sí solo (${limit}). Pulsa ${button} para empezar.`,
    tooMuch: ({ label, value, limit, button }) =>
      `${label}: ${value} es más de lo que un enlace puede iniciar por sí solo (${limit}). Pulsa ${button} para empezar.`,
    yourGuess: 'tu respuesta',
  },

  setUpLine: ({ work, executor }) => `${work} · ${executor}`,
  setUpLineOfPool: ({ work, executor, workers }) => `${work} · ${executor} · ${workersOf(workers)}`,
  onWorkers: ({ executor, workers }) => `${executor} con ${workersOf(workers)}`,

  path: {
    own: 'Ahora configúralo tú',
    next: ({ title }) => `Siguiente: ${title}`,
    step: 'Haz tú de planificador',
    stepInstead: ({ reason }) => `Dos hilos no pueden compartir aquí un contador. ${reason} Aun así, puedes seguir paso a paso lo que harían.`,
  },

  pictures: {
    save: 'Guardar',
    retry: 'Reintentar',
    saveNamed: ({ name }) => `Guardar ${name}`,
    retryNamed: ({ name }) => `Reintentar ${name}`,
    retryAll: ({ count }) => (count === 1 ? 'Reintentar la imagen que falló' : `Reintentar las ${count} imágenes que fallaron`),
    photograph: ({ number, author }) => `Fotografía ${number}, de ${author}`,
  },

  count: {
    right: ({ count }) => `${count}, como se esperaba`,
    wrong: ({ expected, count, lost }) => `${count} en lugar de ${expected}, con ${lostUpdates(lost)}`,
    none: ({ expected }) => `0 en lugar de ${expected}`,
  },

  log: {
    ready: ({ executor, time }) => `${executor}: arranque completo tras ${time}`,
    warm: ({ executor, time }) => `${executor}: calentamiento de ${time}`,
    took: ({ executor, time, total }) => `${executor}: la operación completa tardó ${time}${total && `: ${total}`}`,
    repeatTook: ({ executor, time, repeat, total }) =>
      `${executor}: la operación completa tardó ${time} (repetición ${repeat})${total && `: ${total}`}`,
    repeatOfTook: ({ executor, time, repeat, all, total }) =>
      `${executor}: la operación completa tardó ${time} (repetición ${repeat} de ${all})${total && `: ${total}`}`,
    failedBy: ({ executor, other, fault }) =>
      `${does(executor, 'falló', 'fallaron')} porque ${does(other, 'hizo caer', 'hicieron caer')} los workers que comparten: ${fault}`,
    result: ({ input, result }) => `${input} = ${result}`,
    saved: ({ input }) => `Guardado: ${input}`,
    savedSize: ({ input, size }) => `Guardado: ${input} (${size})`,
    noted: ({ line, note }) => `${line}, ${note}`,
    notes: {
      checksum: ({ value }) => `suma de comprobación ${value}`,
      'retried-after': ({ value }) => `límite de peticiones alcanzado, reintento tras ${value}\u00a0ms`,
    },
  },
};

/** Needed by what is further down the page.
 * @type {typeof import('./en.js').LATER} */
export const LATER = {
  link: {
    said: ({ cores: count, said }) => `Quien creó este enlace midió, con ${cores(count)}: ${said}`,
    unsure: ({ executor, ratio }) => `${ran(executor)} a ${ratio} la velocidad del bucle, lo que puede ser casualidad.`,
    best: ({ executor, ratio, low, high, claims }) =>
      `${ran(executor)} a ${ratio} la velocidad del bucle (IC 95\u00a0%: ${low} a ${high}; sin ajustar por ${claims} comparaciones).`,
    broken: 'Los resultados de este enlace no se pueden leer, así que se omiten.',
  },

  doubts: {
    hidden: 'La pestaña estuvo oculta un rato, y los navegadores frenan las pestañas ocultas. Mantenla a la vista.',
    tooShort: ({ resolution, more }) =>
      `Demasiado rápido para medirlo bien: el reloj de este navegador solo avanza cada ${resolution}. ${more}`,
    slowFirst: ({ first, others }) =>
      `La primera repetición tardó ${first} y las demás, ${others}: puede que el navegador aún estuviera optimizando. La mediana no tiene en cuenta un valor atípico así.`,
    noisy: ({ share }) =>
      `Hay ruido: los tiempos varían un ${share} (desviación típica). Más repeticiones o menos programas abiertos pueden ayudar.`,
    noisyAnyway: ({ share }) => `Hay ruido: los tiempos varían un ${share} (desviación típica). Tener menos programas abiertos puede ayudar.`,
    moreThanCores: ({ workers, cores: count }) =>
      `${workersOf(workers)} en ${cores(count)}: los workers que superan el número de núcleos no aceleran el cálculo.`,
    apart: 'El bucle se midió en otro momento, y el equipo puede haber cambiado desde entonces. «Comparar» mide ambos en las mismas rondas.',
    littleWork: ({ share, time, more }) =>
      `Poco trabajo: entre todos, los workers calcularon solo un ${share} de ${time}. Puede que el resto se fuera en repartir el trabajo. ${more} Con 50 a 500\u00a0ms de trabajo, eso pesa menos.`,
    slower: ({ more }) => `Más lento que el bucle: puede que repartir el trabajo cueste más de lo que ahorra. ${more}`,
  },

  comparison: {
    fastest: ({ said }) => `El más rápido aquí: ${said}`,
    noClearLead: ({ others }) => `La ventaja sobre ${the(others)} es demasiado pequeña para darla por segura.`,
    nothingFaster: 'Nada fue aquí más rápido que el bucle, hasta donde se puede medir.',
    bestAlike: ({ first }) => `El mejor resultado, el ${ofThe(first)}, iguala la velocidad del bucle con menos de un 5\u00a0% de diferencia.`,
    littleWork: ({ time, more }) => `El bucle tarda ${time}, que puede ser poco comparado con lo que cuesta repartir el trabajo. ${more}`,
  },

  answer: {
    right: ({ answer, said }) => `Respondiste «${answer}» y acertaste: ${said}`,
    fits: ({ answer, said }) => `Respondiste «${answer}». Encaja, pero la medición no es lo bastante precisa para asegurarlo: ${said}`,
    wrong: ({ answer, said }) => `Respondiste «${answer}», pero no fue así: ${said}`,
    unclear: ({ answer, said }) => `Respondiste «${answer}». Puede ser, pero la medición no es lo bastante precisa para saberlo: ${said}`,
    sometimes: ({ answer, said }) => `Respondiste «${answer}». Eso es cierto en algunas de las repeticiones: ${said}`,
    failed: 'Parte de la ejecución falló, así que no responde a la pregunta. Pulsa tu respuesta otra vez.',
  },

  sharing: {
    counted: ({ who, count }) => `${who}: ${count}.`,
    varied: ({ repeats, least, most }) => `El resultado varió: de ${least} a ${most} en ${repetitions(repeats)}.`,
    why: 'Cuando dos hilos leen el mismo número, los dos guardan ese número más 1, y una de las dos actualizaciones se pierde.',
    byChance: 'Por casualidad, no se perdió ninguna actualización: ningún hilo guardó un número entre la lectura y la escritura de otro.',
    processes: 'Cada proceso tiene su propia memoria, así que cada uno sumó en su propio contador, y el que se lee al final se quedó en 0.',
    gil: 'Aquí un hilo retiene el GIL durante toda una tarea. CPython puede pasárselo a otro entre dos pasos cualesquiera, así que allí x += 1 puede perder actualizaciones incluso con el GIL.',
    slower: ({ threads, times, interval, why }) => `${numberOfThreads(threads, 'Dos')} tardaron ${times} lo que tardó uno solo (${interval}): ${why}.`,
    cacheLine: 'probablemente la línea de caché del contador iba y venía entre los núcleos',
    lock: 'probablemente el cerrojo iba y venía entre los núcleos, y el hilo que lo encontraba ocupado tenía que esperar',
    faster: ({ threads, times, interval }) => `${numberOfThreads(threads, 'Dos')} fueron a ${times} la velocidad de uno solo (${interval}).`,
    unsure: ({ threads, interval }) =>
      `La medición no es lo bastante precisa para saber si ${numberOfThreads(threads, 'dos')} son más rápidos o más lentos que uno solo (${interval}).`,
    plain: ({ threads, times }) => `${numberOfThreads(threads, 'Dos')} fueron a ${times} la velocidad de uno solo.`,
  },

  waiting: {
    alone: ({ share }) => `El ${share} del tiempo se fue en esperar.`,
    inTurn: ({ share, time }) => `Cada tarea esperó a que terminara la anterior: el ${share} de los ${time} se fue en esperar.`,
    together: ({ tasks, slowest, time, loop }) =>
      `${allFeminine(tasks, 'tareas')} esperaron a la vez, así que juntas tardaron lo mismo que la más lenta${slowest && ` (${slowest})`}: ${loop ? `${time} en lugar de ${loop}` : time}.`,
    overlapping: ({ tasks, waits, time }) => `${allFeminine(tasks, 'tareas')} esperaron a la vez: ${waits} de espera cupieron en ${time}.`,
    upTo: ({ atOnce, waits, time }) => `Hasta ${atOnce} tareas esperaron a la vez: ${waits} de espera cupieron en ${time}.`,
  },
  downloading: {
    inTurn: ({ share, time }) => `Las imágenes se descargaron una tras otra: el ${share} de los ${time} se fue en esperar.`,
    together: ({ tasks, slowest, time, loop }) =>
      `${allFeminine(tasks, 'imágenes')} se descargaron a la vez, así que juntas tardaron lo mismo que la más lenta${slowest && ` (${slowest})`}: ${loop ? `${time} en lugar de ${loop}` : time}.`,
    overlapping: ({ tasks, waits, time }) =>
      `${allFeminine(tasks, 'imágenes')} se descargaron a la vez: ${waits} de espera cupieron en ${time}.`,
    upTo: ({ atOnce, waits, time }) => `Se descargaron hasta ${atOnce} imágenes a la vez: ${waits} de espera cupieron en ${time}.`,
  },
  computing: {
    lock: ({ share }) => `Solo podía calcular un worker cada vez: esperar el cerrojo ocupó el ${share} del tiempo de todos los workers.`,
    oneThread: 'Nada esperó, así que nada se solapó: un solo hilo calculó una tarea tras otra.',
    inTurn: ({ longest, share }) => `Las tareas fueron una tras otra: la más larga, ${longest}, ocupó por sí sola el ${share} del tiempo.`,
    sharedEven: ({ sharers, longest, idle, work, time }) =>
      `Incluso la tarea más grande, ${longest}, se la repartieron ${sharers === 2 ? 'dos' : sharers} workers: ${work} de cálculo se hicieron en ${time}, con los workers inactivos el ${idle} de su tiempo.`,
    oneBig: ({ longest, share, lanes, idle }) =>
      `La tarea más larga, ${longest}, supuso por sí sola el ${share} del trabajo, y ${lanes === 2 ? `el otro worker estuvo inactivo ${idle}` : `los otros ${lanes - 1} workers estuvieron inactivos ${idle} de media`}.`,
    never: ({ work, time }) => `Nunca calcularon dos workers a la vez: ${work} de cálculo se hicieron en ${time}.`,
    evenly: ({ lanes, work, time }) =>
      `${lanes === 2 ? 'Dos' : lanes} workers se repartieron el trabajo casi por igual: ${work} de cálculo se hicieron en ${time}.`,
    together: ({ most, share, lanes, idle, work, time }) =>
      `${work} de cálculo se hicieron en ${time}. Durante el ${share} de ese tiempo calcularon a la vez dos ${most === 2 ? 'workers' : `o más workers (${most} como máximo)`}, y los ${lanes === 2 ? 'dos' : lanes} workers estuvieron inactivos el ${idle} de su tiempo.`,
  },
  whole: {
    notSplit: ({ size, cutoff }) => `No se dividió nada: ninguna entrada es mayor que ${size}, y el umbral es ${cutoff}.`,
    notShared: 'No se repartió nada: las entradas se podían dividir, pero cada una se quedó en un solo worker.',
  },

  prediction: {
    bar: ({ figures }) => `predicho: ${figures}`,
    valueText: ({ workers, time }) => `${workersOf(workers)}: ${time}, predicho`,
    time: ({ executor, time, range, ratio }) =>
      `Predicho, no medido: ${does(executor, 'tardaría', 'tardarían')} ${time}${range && ` (${range})`}${ratio && `, a ${ratio} la velocidad del bucle`}.`,
    timeOfPool: ({ executor, workers, time, range, ratio }) =>
      `Predicho, no medido: con ${workersOf(workers)}, ${does(executor, 'tardaría', 'tardarían')} ${time}${range && ` (${range})`}${ratio && `, a ${ratio} la velocidad del bucle`}.`,
    oneWorker: 'Hay un solo worker, por muchos núcleos que haya.',
    oneAtATime: 'Los workers calculan de uno en uno, por muchos que haya.',
    bound: ({ work, span, parallelism }) =>
      `El trabajo es de ${work} y la profundidad, de ${span}; por muchos workers que haya, la aceleración frente a uno solo es como máximo de ${parallelism}.`,
    undrawn: ({ workers, busy, most }) =>
      `De los ${workers} workers, tendrían algo que hacer ${busy}. Se dibujan carriles para ${most} workers como máximo.`,
    within: 'dentro del intervalo predicho',
    outside: 'fuera del intervalo predicho',
    factor: ({ times }) => `${times} lo medido`,
  },

  speedup: {
    work: ({ work }) => `Tarea medida: ${work}.`,
    workers: 'workers',
    ideal: 'ideal',
    ceiling: ({ what, ratio }) => `${what}: ${ratio}`,
    few: ({ executor }) => `${executor}: sin curva, porque hacen falta dos puntos con más de un worker`,
    off: ({ executor }) =>
      `${executor}: sin curva, porque la ley de Amdahl no se ajusta a todos los puntos (los workers que superan el número de núcleos no aportan nada)`,
    unsure: ({ executor }) => `${executor}: sin curva, porque muchas se ajustarían a estos puntos`,
    fit: ({ executor, serial, low, high }) =>
      `${executor}: como si el ${serial} del trabajo no se pudiera repartir (${low} a ${high})`,
    predicted: ({ executor }) => `${executor}, predicción`,
  },

  share: {
    copied: {
      'copy-link': 'Enlace copiado.',
      'copy-results-link': 'Enlace con resultados copiado.',
      'copy-snippet': 'Fragmento de HTML copiado.',
      'copy-json': 'Última ejecución copiada como JSON.',
      'copy-csv': 'Comparación copiada como CSV.',
      'copy-markdown': 'Comparación copiada como Markdown.',
    },
    saved: { 'save-trace': 'Traza guardada.', 'save-zip': 'Imágenes guardadas.' },
    blocked: 'Este navegador no deja que la página copie. El texto está seleccionado aquí abajo.',
  },
  markdown: {
    executor: 'ejecutor',
    workers: 'workers',
    startUp: 'arranque',
    loop: 'bucle, mismas rondas',
    work: 'trabajo (mediana)',
    repeats: 'repeticiones',
    ratio: 'aceleración',
    interval: 'IC 95\u00a0%',
    total: 'total',
    browser: ({ cores: count, userAgent }) => `${cores(count)}, ${userAgent}`,
  },

  instrument: {
    starting: 'Comprobando. Tarda unos diez segundos.',
    going: ({ share }) => `Comprobando: ${share} hecho.`,
    done: 'Comprobado.',
    failed: ({ fault }) => `Sin comprobar: ${fault}.`,
    use: ({ workers }) => `Usar ${workersOf(workers)}`,
    drawing: 'Coste de dibujar una repetición larga',
    drawingMeans: 'Cuánto frena el dibujo al cálculo: el mismo trabajo por turnos, con barras que crecen y sin dibujar.',
    itself: 'El bucle comparado consigo mismo',
    itselfMeans: 'El mismo trabajo dos veces seguidas: las diferencias así de pequeñas son ruido.',
    atOnce: 'Bucles que se ejecutan a la vez',
    moreThanSaid: ({ said }) =>
      `El navegador dice ${said}, pero en realidad se ejecutan más. Aquí se calcula más rápido con más workers de los que ese número sugiere.`,
    fewerThanSaid: ({ said }) => `El navegador dice ${said}. Otros programas también usan este equipo, o sus núcleos comparten algo.`,
    asSaid: ({ said }) => `Tantos como dice el navegador: ${said}.`,
    off: ({ off, low, high }) => `${off} (${low} a ${high})`,
  },

  checkup: {
    yes: 'sí',
    no: 'no',
    notYet: 'todavía no',
    secure: 'Dirección segura',
    secureRemedy: 'Abre la página por HTTPS o desde localhost.',
    isolated: 'Aislada de otros orígenes',
    isolatedRemedy: 'El servidor puede enviar las cabeceras COOP y COEP.',
    threads: 'Hilos en memoria compartida',
    afterReload: 'tras recargar una vez',
    threadsRemedy: ({ reason, remedy }) => `${reason} ${remedy}`,
    serviceWorker: 'Service worker',
    serviceWorkerIs: {
      active: { value: 'activo', remedy: 'Añade cabeceras de aislamiento y guarda archivos para usarlos sin conexión.' },
      waiting: { value: 'arrancando', remedy: 'Estará activo en un momento.' },
      refused: { value: 'bloqueado', remedy: 'Permite los service workers o el almacenamiento en este sitio. Sin ellos, nada funciona sin conexión.' },
      unneeded: { value: 'no hace falta', remedy: 'Un servidor de este mismo equipo ya aísla la página.' },
      unsupported: { value: 'no disponible', remedy: 'No lo hay en ventanas privadas ni en direcciones no seguras. Sin él, nada funciona sin conexión.' },
    },
    offline: 'Guardado para usar sin conexión',
    offlineIs: {
      all: { value: 'todo', remedy: '' },
      'not yet': { value: 'todavía no todo', remedy: 'El resto llega cuando la página está inactiva.' },
      unneeded: {
        value: 'nada',
        remedy: 'Una página servida desde este equipo no se guarda, porque otro proyecto puede usar después el mismo puerto.',
      },
      used: { value: 'lo que se ha usado', remedy: 'Este navegador pide a las páginas que ahorren datos, así que no se carga nada por adelantado.' },
      failed: {
        value: 'no todo',
        remedy: 'Puede que el almacenamiento esté lleno o bloqueado, o que fallara la red. Se intentará de nuevo en la próxima visita.',
      },
    },
    network: 'Red',
    networkIs: { online: 'con conexión', offline: 'sin conexión' },
    networkRemedy: 'Todo funciona sin conexión, salvo lo que una tarea tome de la red.',
    cores: 'Núcleos del procesador',
    coresRemedy: 'Según el navegador. Algunos dicen menos de los que hay.',
    oneCore: 'Con un solo núcleo, calcular en paralelo no acelera nada.',
    clock: 'Resolución del reloj',
    clockNever: 'el reloj no avanza',
    clockCoarse: 'Las páginas aisladas tienen un reloj más fino. Para obtener cocientes precisos, usa tareas más largas.',
    clockTooCoarse: 'Es así de impreciso para evitar que te identifiquen por la huella digital del navegador. Solo se pueden medir tareas de muchos segundos.',
  },

  // Threads are called A, B and C, and variables as in the code.
  stepper: {
    program: 'Programa',
    threads: 'Hilos',
    programs: {
      'lost-update': {
        label: 'Actualización perdida',
        about: 'Cada hilo suma 1 a un contador. Eso son tres pasos: leer (load), sumar (add) y guardar (store).',
      },
      atomic: {
        label: 'Suma atómica',
        about: 'Cada hilo suma 1 a un contador en un solo paso, en el que nada puede interponerse.',
      },
      lock: {
        label: 'Con un cerrojo',
        about: 'Cada hilo bloquea el contador antes de leer, sumar y guardar. El que llega segundo espera.',
      },
      deadlock: {
        label: 'Interbloqueo',
        about: 'Cada hilo pasa 1 a la cuenta siguiente y, antes, bloquea las dos cuentas, empezando por la suya.',
      },
      'lock-order': {
        label: 'Cerrojos en el mismo orden',
        about: 'Cada hilo pasa 1 a la cuenta siguiente y, antes, bloquea las dos cuentas, en el orden de sus nombres.',
      },
      'check-then-act': {
        label: 'Comprobar y luego actuar',
        about: 'Queda un billete. Cada hilo comprueba que lo hay y después se lo lleva. Los dos pasos son atómicos; los dos juntos, no.',
      },
    },
    failures: {
      lost: {
        right: ({ value }) => `Todos han terminado. El contador vale ${value}: no se ha perdido ninguna actualización.`,
        wrong: ({ value, expected, lost }) => `Todos han terminado. El contador vale ${value}, no ${expected}: ${lostUpdates(lost)}.`,
        odds: ({ wrong, all }) => `En ${wrong} de los ${all} entrelazados se pierde una actualización.`,
        none: ({ all }) => `En ninguno de los ${all} entrelazados se pierde una actualización.`,
      },
      oversold: {
        right: () => 'Todos han terminado. El billete se ha vendido una sola vez.',
        wrong: ({ value }) => `Todos han terminado. El último billete se ha vendido más de una vez: tickets vale ${value}.`,
        odds: ({ wrong, all }) => `En ${wrong} de los ${all} entrelazados se vende más de una vez.`,
        none: ({ all }) => `En ninguno de los ${all} entrelazados se vende más de una vez.`,
      },
      deadlock: {
        right: () => 'Todos han terminado. No se ha perdido dinero.',
        wrong: () => 'Interbloqueo: ningún hilo puede seguir.',
        odds: ({ wrong, all }) => `En ${wrong} de los ${all} entrelazados se llega a un interbloqueo.`,
        none: ({ all }) => `En ninguno de los ${all} entrelazados se llega a un interbloqueo.`,
      },
    },
    likeYours: ({ wrong, all }) => `De los que empiezan como el tuyo: ${wrong} de ${all}.`,
    thread: ({ thread }) => `Hilo ${thread}`,
    next: ({ thread }) => `Siguiente paso de ${thread}`,
    done: ({ thread }) => `${thread} ha terminado`,
    waits: ({ thread, cell, owner }) => `${thread} espera a que ${owner} suelte ${cell}`,
    mustWait: ({ thread, cell, owner }) => `${thread} espera a que ${owner} suelte ${cell}.`,
    registers: ({ thread }) => `Variables del hilo ${thread}`,
    memory: 'Memoria compartida',
    cell: 'variable',
    value: 'valor',
    owner: 'la bloquea',
    nobody: 'nadie',
    back: 'Atrás',
    forward: 'Adelante',
    restart: 'Reiniciar',
    showWrong: 'Ver uno de los más cortos',
    real: 'Ejecutarlo de verdad',
    fullPage: 'Página completa',
    keys: 'Teclas: A, B y C dan el siguiente paso de ese hilo; ← y → retroceden y avanzan. Donde acaba tu camino, → sigue por el más corto que acaba mal.',
    begin: 'El planificador eres tú: pulsa un hilo y dará su siguiente paso.',
    backAt: ({ step }) => `De vuelta en el paso ${step}.`,
    backAtStart: 'De vuelta al principio.',
    steps: {
      load: ({ thread, cell, to, value }) => `${thread} lee ${cell}: ${to} vale ${value}.`,
      add: ({ thread, to, value }) => `${thread} suma 1: ${to} vale ${value}.`,
      store: ({ thread, cell, value }) => `${thread} guarda ${value} en ${cell}.`,
      'fetch-add': ({ thread, cell, before, value }) => `${thread} cambia ${cell} de ${before} a ${value} en un solo paso.`,
      check: ({ thread, cell, before }) => `${thread} encuentra ${before} en ${cell} y sigue.`,
      'check-failed': ({ thread, cell, before }) => `${thread} encuentra ${before} en ${cell} y termina.`,
      transfer: ({ thread, from, to }) => `${thread} pasa 1 de ${from} a ${to}.`,
      lock: ({ thread, cell }) => `${thread} bloquea ${cell}.`,
      unlock: ({ thread, cell }) => `${thread} desbloquea ${cell}.`,
    },
    holds: ({ thread, holds, waitsFor }) => `${thread} tiene bloqueada ${holds} y espera ${waitsFor}.`,
    map: ({ odds, path }) => `Mapa de todos los entrelazados. ${odds} Tu camino: ${path}.`,
    mapAtStart: ({ odds }) => `Mapa de todos los entrelazados. ${odds} Estás al principio.`,
    cycle: 'Las flechas continuas van de un cerrojo al hilo que lo tiene; las discontinuas, de un hilo al cerrojo que espera.',
    key: { open: 'aún puede acabar bien', doomed: 'acabará mal, pase lo que pase', own: 'tu camino' },
    problems: {
      step: ({ given, choices }) => `step=${given} no es ninguno de estos: ${choices}; se omite.`,
      threads: ({ given, fewest, most }) => `threads=${given} no es un número de ${fewest} a ${most}; se omite.`,
      path: ({ given }) => `path=${given} no es un camino por este programa; se omite.`,
    },
  },
};
