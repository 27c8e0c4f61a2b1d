export { LATER } from '../es.js';
