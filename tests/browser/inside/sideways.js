// What makes a page wider than its window; a part that scrolls by itself moves nothing else.
() => {
    const root = document.documentElement, width = root.clientWidth, wide = [];
    if (root.scrollWidth <= width) return wide;
    const within = each => {
        for (let up = each.parentElement; up && up !== document.body; up = up.parentElement)
            if (getComputedStyle(up).overflowX !== 'visible') return up.getBoundingClientRect().right <= width + 1;
        return false;
    };
    for (const each of document.body.querySelectorAll('*')) {
        const box = each.getBoundingClientRect();
        if (!box.width || box.right <= width + 1 || within(each)) continue;
        const told = `${each.tagName.toLowerCase()}.${each.className}`;
        wide.push(`${told} to ${Math.round(box.right)}: ${each.textContent.trim().slice(0, 60)}`);
    }
    return wide.length ? wide.slice(-5) : [`the page is ${root.scrollWidth} wide`];
}
