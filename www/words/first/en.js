export { FIRST } from '../en.js';
