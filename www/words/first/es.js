export { CATALOGUE, FIRST } from '../es.js';
