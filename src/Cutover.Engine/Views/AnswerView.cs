using Cutover.Engine.Storage;

namespace Cutover.Engine.Views;

/// <summary>The answers seen for one pair at one time.</summary>
/// <param name="Share">The target's share of the answers that named a stack, 0 to 1; null without any.</param>
/// <param name="Asked">The target's share by the weights in force, 0 to 1.</param>
/// <param name="Words">The verdict and its arithmetic, or what each resolver said.</param>
public sealed record AnswerView(
    long Id,
    DateTimeOffset At,
    string Record,
    AnswerOrigin Origin,
    int Source,
    int Target,
    int Other,
    int Failed,
    double? Share,
    double Asked,
    string Words);
