/** Every program under test/python prints what CPython 3.11 printed: in tier 0, paused all the time. */
import { testPrograms } from './drivers/in-modes.js';

testPrograms(['every step', 'every 7 steps']);
