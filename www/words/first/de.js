export { CATALOGUE, FIRST } from '../de.js';
