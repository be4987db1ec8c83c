import { addMessages } from '../i18n.svelte.js';
import enHouse from './en.house.js';
import en from './en.manage.js';
import frHouse from './fr.house.js';
import fr from './fr.manage.js';

addMessages({ fr: { ...fr, ...frHouse }, en: { ...en, ...enHouse } });
