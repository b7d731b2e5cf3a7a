using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

public sealed class CertificateGateTests
{
    private static readonly string Secure = Example.With("ws://", "wss://");

    [Fact]
    public void It_is_measured_in_days_and_one_look_is_enough()
    {
        var gate = Readings.Accepted(With("\">= 14\"")).Gates[0];

        Assert.Equal(new WebSocketProbe(ProbeMeasure.CertificateDays), gate.Source);
        Assert.Equal(new Objective(Comparison.GreaterOrEqual, 14, ObjectiveUnit.Number), gate.Goal);
        Assert.Equal(1, gate.MinSamples);
    }

    [Theory]
    [InlineData("\"< 14\"", "of certificate-days more is better, so this gate would fail while all is well", "objective: \">= 14\"")]
    [InlineData("\">= 14 %\"", "certificate-days is measured in plain numbers, and this objective is in percent", "objective: \">= 14\"")]
    [InlineData(
        "\">= source\"", "certificate-days is no sample of many: there is no test that compares two certificates", "objective: \">= 14\"")]
    public void An_objective_that_cannot_be_meant_is_refused(string objective, string message, string mend)
    {
        var problem = Assert.Single(Readings.Problems(With(objective)));

        Assert.Equal((message, mend), (problem.Message, problem.Mend));
    }

    [Theory]
    [InlineData("127.0.1.1")]
    [InlineData("127.0.1.2")]
    public void One_stack_without_TLS_is_enough_to_refuse_it(string plain)
    {
        var problem = Assert.Single(Readings.Problems(
            With("\">= 14\"").Replace($"wss://{plain}", $"ws://{plain}", StringComparison.Ordinal)));

        Assert.Equal("gates.cert.probe", problem.Path);
        Assert.Contains($"ws://{plain}:7001/ is dialled without TLS", problem.Message, StringComparison.Ordinal);
    }

    private static string With(string objective) =>
        Secure.Replace("gates:\n", $"gates:\n  cert: {{ probe: certificate-days, objective: {objective} }}\n", StringComparison.Ordinal);
}
