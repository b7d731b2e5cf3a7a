using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>The answers seen for one pair.</summary>
/// <param name="Source">How many answers named the source.</param>
/// <param name="Target">How many answers named the target.</param>
/// <param name="Other">How many answers named neither.</param>
/// <param name="Failed">How many queries had no answer.</param>
/// <param name="Words">The verdict and its arithmetic for a person.</param>
public sealed record ObservedAnswers(
    RecordKey Record, AnswersVerdict Verdict, int Source, int Target, int Other, int Failed, string Words);
