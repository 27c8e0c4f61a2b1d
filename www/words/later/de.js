export { LATER } from '../de.js';
