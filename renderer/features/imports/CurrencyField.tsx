/** A code of three letters that stands for a currency; the runtime knows which do. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

interface Props {
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly onChange: (currency: string) => void;
}

/** Three letters, the usual ones offered. */
export function CurrencyField({ value, autoFocus = false, onChange }: Props) {
  return (
    <>
      <input
        className="field"
        autoFocus={autoFocus}
        value={value}
        placeholder="USD"
        list="currencies"
        maxLength={3}
        onChange={({ target }) => onChange(target.value.toUpperCase())}
      />
      <datalist id="currencies">
        {['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY'].map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </>
  );
}
