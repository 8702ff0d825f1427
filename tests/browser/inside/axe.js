// Begin to look; what is found is left in the window, since a page that runs no scripts would never answer.
rules => {
    window.axeFound = null;
    axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(found => {
        window.axeFound = found.violations.flatMap(rule => rule.nodes.map(node => ({
            rule: rule.id, impact: node.impact || rule.impact, at: node.target.join(' '),
            html: node.html.slice(0, 300), why: node.failureSummary})));
    });
}
