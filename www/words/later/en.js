export { LATER } from '../en.js';
