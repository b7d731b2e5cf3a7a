using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>Asking whether the answers match the weights, from their INSYNC until they do.</summary>
internal static class Observing
{
    /// <summary>The weights are INSYNC: from now on their answers are watched, where a move of weights can be seen in them.</summary>
    public static Draft Begin(Draft draft) => IsWatched(draft)
        ? Ask(draft.With(draft.State with { Answers = new Answers(0, draft.Now, [], []) }))
        : draft.With(draft.State with { Answers = null });

    /// <summary>True when every pair's answers matched since the INSYNC, or nobody asks for that.</summary>
    public static bool Matched(Draft draft) => draft.State.Answers is not { } answers || IsDone(draft.Plan, answers);

    /// <summary>Observes again where it is time.</summary>
    public static Draft AskDue(Draft draft) => draft.State.Answers?.AskAt <= draft.Now ? Ask(draft) : draft;

    /// <summary>When the answers are asked for again, and when their absence means something.</summary>
    public static IEnumerable<DateTimeOffset?> Deadlines(Draft draft) => Matched(draft)
        ? []
        : [draft.State.Answers?.AskAt, draft.State.Answers?.SeenAt + draft.Plan.Playbook.NoData.HoldAfter];

    public static Draft Observed(Draft draft, AnswersObservedEvent observed)
    {
        if (draft.State.Answers is not { AskAt: null } before || before.Observation != observed.Observation || IsDone(draft.Plan, before))
        {
            return draft.Because("A late observation of answers, which nothing waits for any more.");
        }

        var answers = Judge(draft, before, observed);
        var taken = draft.With(draft.State with { Answers = answers })
            .Because(answers.Words is null ? "The answers match the weights." : $"{answers.Words}.");
        return (answers.Differing.IsEmpty, answers.Twice) switch
        {
            // One sample in so many is off by chance: the second, of its own, tells.
            (false, false) => Ask(taken),
            (false, true) => Mismatch(taken, again: before.Twice),
            _ => taken,
        };
    }

    /// <summary>Holds a run of which nobody has seen the answers for too long. Never a reason to go back by itself.</summary>
    public static Draft Watch(Draft draft) => draft.State.Phase.IsRollback() || !IsUnseen(draft)
        ? draft
        : draft.HoldFor(HoldReason.AnswersUnseen, Unseen(draft));

    /// <summary>The answers have not been seen for as long as a gate may be blind.</summary>
    public static bool IsUnseen(Draft draft) =>
        !Matched(draft) && draft.Now - draft.State.Answers!.SeenAt >= draft.Plan.Playbook.NoData.HoldAfter;

    /// <summary>That nobody saw the answers, in words.</summary>
    public static string Unseen(Draft draft) => FormattableString.Invariant(
        $"nobody has seen the name servers' answers for {(draft.Now - draft.State.Answers!.SeenAt).TotalSeconds:0} s")
            + (draft.State.Answers.Words is { } words ? $" ({words})" : string.Empty);

    private static bool IsWatched(Draft draft) => draft.Plan.Playbook.Dns.Observe.Enabled
        && !Observed(draft.Plan).IsEmpty
        && (draft.State.Phase.IsRollback() || draft.Plan.Steps[draft.State.Step].Kind == StepKind.Move);

    private static bool IsDone(Plan plan, Answers answers) =>
        answers.Differing.IsEmpty && Observed(plan).All(answers.Matched.Contains);

    private static Draft Ask(Draft draft)
    {
        var number = draft.State.Observations + 1;
        return draft
            .With(draft.State with { Observations = number, Answers = draft.State.Answers! with { Observation = number, AskAt = null } })
            .Command(new ObserveAnswersCommand(number, draft.State.Applied, draft.State.Before));
    }

    private static Answers Judge(Draft draft, Answers before, AnswersObservedEvent observed)
    {
        var matches = Of(draft.Plan, observed, AnswersVerdict.Matches);
        var differs = Of(draft.Plan, observed, AnswersVerdict.Differs);
        ImmutableArray<RecordKey> differing = [.. before.Differing.Except(matches).Union(differs)];
        var answers = before with
        {
            Matched = [.. before.Matched.Except(differs).Union(matches)],
            Differing = differing,
            Twice = differs.Any(before.Differing.Contains) || (before.Twice && !differing.IsEmpty),
            SeenAt = Observed(draft.Plan).All(key => matches.Contains(key) || differs.Contains(key)) ? draft.Now : before.SeenAt,
            Words = Words(observed),
        };
        return IsDone(draft.Plan, answers) ? answers : answers with { AskAt = draft.Now + draft.Plan.Pace.ZoneRead };
    }

    private static Draft Mismatch(Draft draft, bool again)
    {
        var words = $"the name servers' answers differ from the weights: {draft.State.Answers!.Words ?? "seen before"}";
        return !draft.State.Phase.IsRollback() ? draft.HoldFor(HoldReason.AnswersDiffer, words)
            : again ? draft
            : draft.Announce(Severity.Critical, $"Rolling back: {words}. They are asked again until they match.");
    }

    private static List<RecordKey> Of(Plan plan, AnswersObservedEvent observed, AnswersVerdict verdict) =>
    [
        .. Observed(plan)
            .Where(key => observed.Answers.Any(answers => answers.Record == key && answers.Verdict == verdict)),
    ];

    private static ImmutableArray<RecordKey> Observed(Plan plan) =>
        [.. plan.Records.Select(record => record.Key).Where(plan.IsObserved)];

    private static string? Words(AnswersObservedEvent observed)
    {
        var words = observed.Answers.Where(answers => answers.Verdict != AnswersVerdict.Matches).Select(answers => answers.Words).ToList();
        return words.Count == 0 ? null : string.Join("; ", words);
    }
}
