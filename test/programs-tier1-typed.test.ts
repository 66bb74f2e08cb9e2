/** Every program under test/python prints what CPython 3.11 printed: compiled for the types that were recorded. */
import { testPrograms } from './drivers/in-modes.js';

testPrograms(['tier 1, typed', 'tier 1, recorded']);
