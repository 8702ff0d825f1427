selector => {
    let count = 0;
    for (const each of document.querySelectorAll(selector)) {
        const shown = each.checkVisibility({visibilityProperty: true}) && !each.disabled;
        const radios = each.type === 'radio' && !each.checked;
        if (shown && !radios) each.dataset.tabNumber = ++count;
    }
    return count;
}
