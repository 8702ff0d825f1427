// What has the focus, and whether a person can see that it does; null where nothing has it.
() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    const between = (least, value, most) => Math.min(Math.max(value, least), most);
    const x = between(0, box.x + box.width / 2, innerWidth - 1), y = between(0, box.y + box.height / 2, innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    // a field of dates shows the focus on that part of it which has it, the day or the month
    const inside = at.matches('[type=date], [type=datetime-local]');
    return {
        tag: at.tagName.toLowerCase(),
        name: (at.getAttribute('aria-label') || at.innerText || at.name || '').trim().slice(0, 60),
        href: at.getAttribute('href'),
        number: +at.dataset.tabNumber,
        seen: outlined || style.boxShadow !== 'none' || inside,
        inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        bare: !top || at === top || at.contains(top) || top.contains(at),
    };
}
