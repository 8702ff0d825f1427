// Hostile words that became more than words: handlers, addresses that run, frames, scripts, a base for addresses.
() => {
    const found = [], leading = ['href', 'src', 'action', 'data', 'xlink:href'];
    const elements = ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MATH'];
    for (const each of document.querySelectorAll('*')) {
        const told = (name, value) => found.push(`${each.tagName} ${name} ${value.slice(0, 60)}`);
        for (const {name, value} of each.attributes) {
            if (name.startsWith('on') || name === 'srcdoc' || name === 'formaction') told(name, value);
            if (!leading.includes(name)) continue;
            if (/^\s*(javascript|data|vbscript):/i.test(value)) told(name, value);
            if (/^(https?:)?\/\/elsewhere\.example/.test(value)) told(name, value);
        }
        if (elements.includes(each.tagName)) told('', '');
        if (each.tagName === 'SCRIPT' && !each.src) told('script', each.textContent);
        if (each.tagName === 'META' && each.httpEquiv === 'refresh') told('refresh', each.content);
    }
    return found;
}
