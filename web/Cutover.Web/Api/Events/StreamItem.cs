namespace Cutover.Web.Api.Events;

/// <summary>One block of an event stream: an event, only a place to resume from, or, with neither, a sign of life.</summary>
/// <param name="Id">Where the reader is once it has this.</param>
/// <param name="Data">JSON on one line.</param>
public readonly record struct StreamItem(string? Id, string? Data);
