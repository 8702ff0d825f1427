// What a sheet of paper would lack: parts that scroll or hide what is in them, and what reaches past its edge.
() => {
    const cut = [], width = document.documentElement.clientWidth;
    for (const each of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(each), told = `${each.tagName.toLowerCase()}.${each.className}`;
        if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath !== 'none') continue;
        if (each.closest('svg') && each.tagName !== 'svg') continue;
        if (each.matches('textarea, select, input, details:not([open]) *')) continue;
        const over = each.scrollWidth - each.clientWidth, below = each.scrollHeight - each.clientHeight;
        if (style.overflowX !== 'visible' && over > 1) cut.push(`${told} cuts ${over} px of its width`);
        if (style.overflowY !== 'visible' && below > 1) cut.push(`${told} cuts ${below} px of its height`);
        if (style.position === 'fixed') cut.push(`${told} is fixed: one sheet has all of it`);
        const box = each.getBoundingClientRect(), past = Math.round(box.right - width);
        if (box.width && past > 1) cut.push(`${told} reaches ${past} px past the paper: ${each.textContent.trim().slice(0, 40)}`);
    }
    return cut;
}
