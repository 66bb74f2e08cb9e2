/** Every program under test/python prints what CPython 3.11 printed: compiled. */
import { testPrograms } from './drivers/in-modes.js';

testPrograms(['tier 1', 'tier 1, random exits']);
