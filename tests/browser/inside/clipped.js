() => {
    const cut = [];
    for (const each of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(each);
        if (style.clipPath !== 'none' || !each.clientWidth || each.closest('svg')) continue;
        if (['hidden', 'clip'].includes(style.overflowX) && each.scrollWidth > each.clientWidth + 1)
            cut.push(`${each.tagName.toLowerCase()}.${each.className}: ${each.textContent.slice(0, 60)}`);
    }
    return cut;
}
