anchor => {
    const plain = getComputedStyle(document.querySelector('.reports')).backgroundColor;
    const rules = document.querySelector('style').textContent.split('\n');
    const rule = rules.find(each => each.includes(`[id="${anchor}"]:target`));
    const pieces = rule ? document.querySelectorAll(rule.match(/\.x\d+/)[0]) : [document.getElementById(anchor)];
    return [...pieces].filter(each => each.getBoundingClientRect().width)
        .map(each => [each.textContent, getComputedStyle(each).backgroundColor, plain]);
}
