import './styles/index.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { startSession } from './lib/start.js';

startSession();
mount(App, { target: document.getElementById('app') });
