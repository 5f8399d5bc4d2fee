/** Imported from inside this folder, where the peers are installed. */
export { default as ky } from 'ky';
export { default as ModernTreasury } from 'modern-treasury';
export { default as Stripe } from 'stripe';
