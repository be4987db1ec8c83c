import { addMessages } from '../i18n.svelte.js';
import en from './en.manage.js';
import fr from './fr.manage.js';

addMessages({ fr, en });
