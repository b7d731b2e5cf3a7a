using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>One mistake at a time in a gate on metric math.</summary>
public sealed class ExpressionProblemTests
{
    private const string Yaml = """
        version: 1
        name: wss-primary
        records: [{ zone: lab.example, name: wss.lab.example }]
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy }
          target: { name: Envoy, setIdentifier: envoy }
        gates:
          errors:
            cloudwatch:
              expression: "100 * m2 / m1"
              metrics:
                m1: { namespace: Lab/Edge, metric: Handshakes, dimensions: { Stack: "{stack}" }, stat: Sum }
                m2: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum }
              traffic: m1
              period: 1m
            kind: errors
            objective: "< 1"
        steps:
          - { weight: 50 %, bake: 10s }
          - { weight: 100 %, bake: 20s }

        """;

    public static TheoryData<string, string, string> Rows => new()
    {
        { "100 * m2 / m1", "100 * m2 / (m1 + m3)", "10:19 gates.errors.cloudwatch.expression | the expression names m3, and there is no metric m3 | m1" },
        { "100 * m2 / m1", "100 * m2 / requests + m1", "10:19 gates.errors.cloudwatch.expression | the expression names requests, and there is no metric requests | requests under metrics, or one of m1, m2" },
        { "100 * m2 / m1", "100 * m1", "13:13 gates.errors.cloudwatch.metrics.m2 | m2 is asked for and paid for, and the expression does not name it | no m2" },
        { "100 * m2 / m1", "100 * (m2 / m1", "10:19 gates.errors.cloudwatch.expression | the brackets of the expression do not match | as many brackets closed as opened" },
        { "100 * m2 / m1", "100 * [m2) / m1", "10:19 gates.errors.cloudwatch.expression | the brackets of the expression do not match | as many brackets closed as opened" },
        { "100 * m2 / m1", "100 * m2 / m1 ; m2", "10:19 gates.errors.cloudwatch.expression | \";\" has no meaning in metric math | ids, numbers, functions, + - * / and comparisons" },
        { "100 * m2 / m1", "100 * FILL(m2, 0) / m1", "10:19 gates.errors.cloudwatch.expression | FILL makes up data where there is none, and a gate must see that there is none; the gate's kind says what absence means | an expression without FILL" },
        { "100 * m2 / m1", "SUM(METRICS()) + m1 + m2", "10:19 gates.errors.cloudwatch.expression | METRICS means every metric of a request, and Cutover asks for all gates in one; list the ids, such as [m1, m2] | an expression without METRICS" },
        { "        m2: {", "        M2: {", "10:19 gates.errors.cloudwatch.expression | the expression names m2, and there is no metric m2 | M2" },
        { "traffic: m1", "traffic: m9", "14:16 gates.errors.cloudwatch.traffic | beside an expression traffic is the id of a metric that counts observations, and there is no metric m9 | m1" },
        { "metric: Handshakes, dimensions: { Stack: \"{stack}\" }, stat: Sum", "metric: Handshakes, stat: Average", "14:16 gates.errors.cloudwatch.traffic | traffic counts observations, and m1 is a Average | a metric whose stat is Sum or SampleCount" },
        { "      traffic: m1\n", "", "10:7 gates.errors.cloudwatch | errors that are absent are zero only where traffic was seen, and nothing here says what counts it | traffic: the id of the metric that counts observations" },
        { "kind: errors", "kind: traffic", "14:7 gates.errors.cloudwatch.traffic | a gate of kind traffic has no use for a traffic metric; only kind errors reads it | no traffic, or kind: errors" },
        { "      period: 1m", "      period: 1m\n      namespace: Lab/Edge", "16:7 gates.errors.cloudwatch.namespace | each metric of an expression brings its own namespace | namespace inside metrics" },
        { "      period: 1m", "      period: 45s", "15:15 gates.errors.cloudwatch.period | CloudWatch has no period of 45s: it has 1s, 5s, 10s, 20s, 30s and whole minutes up to 1d | period: 1m" },
        { "      expression: \"100 * m2 / m1\"\n", "      metric: Errors\n      namespace: Lab/Edge\n      stat: Sum\n", "13:7 gates.errors.cloudwatch.metrics | metrics belong to an expression | an expression over them, or no metrics" },
        { "metric: HandshakeErrors, ", "", "13:13 gates.errors.cloudwatch.metrics.m2 | a metric of an expression needs the key \"metric\" | metric: HTTPCode_ELB_5XX_Count" },
        { "objective: \"< 1\"", "objective: \"<= 1.1 x source\"", "17:16 gates.errors.objective | values of an expression tell no numbers of observations, so no test can compare them | one metric, or a bound of its own such as \"< 1\"" },
        { "objective: \"< 1\"", "objective: \"< 1 %\"", "17:16 gates.errors.objective | CloudWatch gives plain numbers in the metric's own unit, so the objective has no unit | objective: \"< 1\", if the metric itself is 0 to 100" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_single_mistake_is_named_where_it_stands(string old, string replacement, string expected)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);

        var problems = Readings.Problems(Yaml.Replace(old, replacement, StringComparison.Ordinal));

        Assert.Contains(expected, problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Path} | {problem.Message} | {problem.Mend}"));
        Assert.True(problems.Length <= 2, string.Join('\n', problems));
    }

    [Fact]
    public void An_id_begins_with_a_lower_case_letter() => Assert.Contains(
        "\"M2\" cannot be the id of a metric: CloudWatch wants a lower-case letter first, then letters, digits and underscores",
        Readings.Problems(Yaml.Replace("        m2: {", "        M2: {", StringComparison.Ordinal)).Select(problem => problem.Message));

    [Fact]
    public void What_is_asked_about_a_stack_has_its_own_name_in_the_dimensions()
    {
        var playbook = Readings.Accepted(Yaml);
        var question = Assert.IsType<CloudWatchExpression>(playbook.Gates[0].Source).About(playbook.Stacks.Target, GateKind.Errors);

        Assert.Equal(
            ["m1: Lab/Edge Handshakes {Stack=envoy}", "m2: Lab/Edge HandshakeErrors {Stack=envoy}"],
            question.Statistics.Select(asked => $"{asked.Id}: {asked}"));
        Assert.Equal(("100 * m2 / m1", null, "m1", 3), (question.Expression, question.Value, question.Evidence, question.Queries));
        Assert.True(playbook.Gates[0].Source.IsPerStack);
    }
}
