using Cutover.Web.Components.Looks;

namespace Cutover.Web.Components.Run;

/// <summary>What came of what a person asked for.</summary>
/// <param name="Title">For example "Pause: accepted".</param>
/// <param name="Words">What was decided, or why it was not.</param>
public sealed record ActReport(Tone Tone, string Title, string Words, DateTimeOffset At);
