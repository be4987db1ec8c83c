import './styles/index.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { loadHouse } from './lib/house.svelte.js';
import { startSession } from './lib/start.js';

loadHouse();
startSession();
mount(App, { target: document.getElementById('app') });
