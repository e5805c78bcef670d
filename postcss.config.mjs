/** Tailwind CSS 4 is set up in the style sheet itself (app/globals.css); this only switches it on. */
export default { plugins: { "@tailwindcss/postcss": {} } };
