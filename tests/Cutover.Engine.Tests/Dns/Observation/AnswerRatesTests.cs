using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using Cutover.Core.Statistics;
using Cutover.Lab.Dns;

namespace Cutover.Engine.Tests.Dns.Observation;

/// <summary>
/// How often an observation is wrong, measured beside the computed rates: name servers that give the asked share called wrong, and such
/// that still give the old one called right. Over real DNS, and in process, where the same draws of the lab are fast enough for rates of
/// one in a thousand. CUTOVER_LONG=1 takes the full number. The figures are in the tests' output.
/// </summary>
public sealed class AnswerRatesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("CUTOVER_LONG") == "1";
    private AnswerBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await AnswerBench.StartAsync(servers: 4);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 10)]
    [InlineData(10, 50)]
    public async Task Over_real_dns(int before, int asked)
    {
        var repetitions = Long ? 200 : 3;
        var right = await ObserveAsync(served: asked, before, asked, repetitions);
        var old = await ObserveAsync(served: before, before, asked, repetitions);
        var falseAlarms = right.Count(verdict => verdict is AnswerVerdict.Differs);
        var misses = old.Count(verdict => verdict is AnswerVerdict.Matches);
        Report("real DNS", Plan(before, asked, least: 100), repetitions, falseAlarms, misses);
    }

    [Theory]
    [InlineData(0, 1, 100)]
    [InlineData(1, 10, 100)]
    [InlineData(10, 50, 100)]
    [InlineData(50, 100, 100)]
    [InlineData(10, 50, 1)]
    [InlineData(50, 100, 1)]
    public void In_process(int before, int asked, int least)
    {
        var plan = Plan(before, asked, least);
        var repetitions = Long ? Math.Min(20_000, 6_000_000 / plan.Samples) : 100;
        var resolver = new ZoneResolver(_bench.Zones, new Random(20260301 + before + least));
        var falseAlarms = Count<AnswerVerdict.Differs>(resolver, asked, plan, repetitions);
        var misses = Count<AnswerVerdict.Matches>(resolver, before, plan, repetitions);
        Report("in process", plan, repetitions, falseAlarms, misses);
    }

    private static AnswerPlan Plan(int before, int asked, int least) => AnswerPlan.For(Weights(before), Weights(asked), new(Least: least));

    private static PairWeights Weights(int percent) => new(100 - percent, percent);

    private async Task<List<AnswerVerdict>> ObserveAsync(int served, int before, int asked, int repetitions)
    {
        var (pair, verdicts, targets) = (_bench.Serve(100 - served, served), new List<AnswerVerdict>(), new List<int>());
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var observed = await _bench.ObserveAsync(pair, Weights(before), Weights(asked));
            Assert.Equal((observed.Plan.Samples, 0), (observed.Sample.Total.Answered, observed.Sample.Total.Unknown));
            verdicts.Add(observed.Verdict);
            targets.Add(observed.Sample.Total.Target);
        }

        Calibrate(Weights(served).TargetShare, Plan(before, asked, least: 100).Samples, targets);
        return verdicts;
    }

    // Two hundred samples say little about one in a thousand; that one in twenty is called so as often as computed says more.
    private void Calibrate(double served, int samples, List<int> targets)
    {
        const double Level = 0.05;
        var rate = 1 - new Binomial(samples, served).Within(BinomialTest.Accepted(samples, served, Level));
        var rejected = targets.Count(target => BinomialTest.PValue(target, samples, served) <= Level);
        output.WriteLine(FormattableString.Invariant(
            $"real DNS: {served:P0} served, N = {samples}: rejected at 5 % {rejected}/{targets.Count}, computed {rate:E2}"));
        AssertPlausible(rejected, targets.Count, rate);
    }

    private int Count<T>(ZoneResolver resolver, int served, AnswerPlan plan, int repetitions)
    {
        var pair = _bench.Serve(100 - served, served);
        var classifier = new AnswerClassifier(StackValues.Of(pair.Source.RecordSet), StackValues.Of(pair.Target.RecordSet));
        return Enumerable.Range(0, repetitions).Count(_ => AnswerJudge.Judge(pair, plan, Sample(resolver, classifier, plan.Samples)) is T);
    }

    private static AnswerSample Sample(ZoneResolver resolver, AnswerClassifier classifier, int samples)
    {
        var named = Enumerable.Range(0, samples)
            .Select(_ => resolver.Resolve(AnswerBench.Name + ".", "A").Records.Select(record => record.Value))
            .CountBy(classifier.Classify).ToDictionary();
        Assert.False(named.ContainsKey(AnsweredStack.Unknown));
        var counts = new AnswerCounts(named.GetValueOrDefault(AnsweredStack.Source), named.GetValueOrDefault(AnsweredStack.Target), 0, 0);
        return new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, [new("lab", counts, null)], [], Indistinct: null);
    }

    private void Report(string where, AnswerPlan plan, int repetitions, int falseAlarms, int misses)
    {
        output.WriteLine(FormattableString.Invariant(
            $"{where}: {plan.Before:P0} to {plan.Asked:P0}, N = {plan.Samples}, accepted {plan.Accepted.From}-{plan.Accepted.To}: ")
            + FormattableString.Invariant($"false alarms {falseAlarms}/{repetitions}, computed {plan.FalseAlarm:E2}; ")
            + FormattableString.Invariant($"misses {misses}/{repetitions}, computed {plan.Miss:E2}"));
        AssertPlausible(falseAlarms, repetitions, plan.FalseAlarm);
        AssertPlausible(misses, repetitions, plan.Miss!.Value);
    }

    // One in a million by chance; over real DNS the draws depend on the order in which queries arrive, so no seed fixes them.
    private static void AssertPlausible(int times, int repetitions, double rate) =>
        Assert.True(BinomialTest.PValue(times, repetitions, rate) > 1e-6, $"{times} of {repetitions} at a rate of {rate}");
}
