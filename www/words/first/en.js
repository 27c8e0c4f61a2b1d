export { CATALOGUE, FIRST } from '../en.js';
