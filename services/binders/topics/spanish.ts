/** School words of Spanish papers in the English of the goals: a goal's words and a paper's words meet in one language. */
import { withoutAccents } from '../page-text/fold.ts';

const pairs = `palabra word|palabras words|tarjeta card|tarjetas cards|letra letter|letras letters|sonido sound|sonidos sounds|
silaba syllable|silabas syllables|numero number|numeros numbers|cifra digit|cifras digits|digito digit|digitos digits|
oracion sentence|oraciones sentences|frase phrase|frases phrases|parrafo paragraph|lectura reading|leer read|leyo read|lee reads|
leia read|escritura writing|escribir write|escribio wrote|nombro named|nombrar name|conto counted|contar count|
suma addition|sumas addition|resta subtraction|restas subtraction|multiplicacion multiplication|division division|
operaciones facts|problema problem|problemas problems|pregunta question|preguntas questions|respuesta answer|respondio answered|
contesto answered|nivel level|libro book|libros books|cuento story|historia story|pasaje passage|lista list|dictado dictation|
ortografia spelling|deletreo spelled|minuto minute|minutos minutes|segundo second|segundos seconds|instrucciones directions|
tarea homework|tareas assignments|entrego submitted|mochila backpack|abrigo coat|manos hands|companero peer|companeros peers|
turno turn|turnos turns|ayuda help|solo alone|sola alone|recordatorio reminder|recordatorios reminders|saludo greeted|saludos greetings|
pidio requested|peticiones requests|idea idea|principal main|vocabulario vocabulary|comprension comprehension|fracciones fractions|
ecuaciones equations|color color|colores colors|forma shape|formas shapes|cuerpo body|partes parts|grito yelled|gritos yells|
pego hit|golpes hits|lloro cried|berrinche tantrum|berrinches tantrums|salio left|silla chair|asiento seat|almuerzo lunch|
recreo recess|pasillo hallway|bano bathroom|pasos steps|vista sight|frecuencia frequency|alta aloud|voz voice|final final|inicial initial|
lavanderia laundry|ropa clothes|rutina routine|descanso break|completa full|completo full|dibujo picture|dibujos pictures|lamina picture|
laminas pictures|dinero money|monedas coins|billetes bills|cambio change|tijeras scissors|cortar cutting|dientes teeth|cepillo brushed|
empujo pushed|empujones pushes|mordio bit|patadas kicks|interrumpio interrupted|interrupciones interruptions|levanto raised|espero waited|
comio ate|juego play|jugo played|amigos peers|alfombra carpet|circulo circle|rima rhyme|rimas rhymes|atencion attention|cuaderno notebook|
proyecto project|fila line|puntos points|trabajo work|trabajos assignments|sentado seated|calmarse calming|enojado upset|enojada upset|
carpeta binder|carpetas binders|espanol spanish|ingles english|castellano spanish`;

const english = new Map(
  pairs
    .split('|')
    .map((pair) => pair.trim().split(' '))
    .flatMap(([spanish, word]) => (spanish && word ? [[spanish, word] as const] : [])),
);

/** The English of a Spanish school word, both in lower case and without accents; the word itself where it is none. */
export function inEnglish(word: string): string {
  return english.get(word) ?? word;
}

/** What one Spanish word says in several English ones. */
const inSeveral = new Map([
  ['falto', 'absent cut missed'],
  ['faltaba', 'absent cut missed'],
  ['corto', 'cut'],
  ['cortes', 'cuts'],
  ['tarde', 'late'],
  ['accidentes', 'accidents'],
  ['mordidas', 'bites'],
  ['comentarios', 'comments'],
]);

/** `text` with its Spanish school words in English; as it is where it is not in Spanish. */
export function textInEnglish(text: string): string {
  if (!/[áéíóúñÁÉÍÓÚÑ]|\b(?:de|la|las|los|el|en|una?|con|por|sin)\b/i.test(text)) return text;
  return text.replace(/[A-Za-zÀ-ÿ]+/g, (word) => {
    const plain = withoutAccents(word).toLowerCase();
    return inSeveral.get(plain) ?? english.get(plain) ?? word;
  });
}
