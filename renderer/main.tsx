import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createLedgerClient } from './ledger/client.ts';
import './ui/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(<App ledger={createLedgerClient()} />);
