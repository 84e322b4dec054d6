import { HostObject, present } from './present.ts';

/** All that a test can let happen to the machine. */
export const POWER_EVENTS = [
  ...['suspend', 'resume', 'on-ac', 'on-battery', 'shutdown', 'lock-screen', 'unlock-screen'],
  ...['user-did-become-active', 'user-did-resign-active', 'thermal-state-change', 'speed-limit-change'],
];

class PowerMonitor
  extends HostObject
  implements Pick<Electron.PowerMonitor, 'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower'>
{
  readonly onBatteryPower = false;

  constructor() {
    super('powerMonitor', { emits: POWER_EVENTS });
  }

  getSystemIdleState(): 'active' {
    return 'active';
  }

  getSystemIdleTime(): number {
    return 0;
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}

export const powerMonitor = new PowerMonitor();

const blocking = new Set<number>();
let lastId = 0;
export const powerSaveBlocker = present('powerSaveBlocker', {
  start: (): number => {
    blocking.add(++lastId);
    return lastId;
  },
  stop: (id: number): boolean => blocking.delete(id),
  isStarted: (id: number): boolean => blocking.has(id),
} satisfies Electron.PowerSaveBlocker);
