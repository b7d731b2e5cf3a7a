namespace Cutover.Web.Health;

/// <summary>One part of what the host works with. The words tell a stranger its age and nothing of its workings.</summary>
/// <param name="Name">The part.</param>
/// <param name="Ready">It can do its work.</param>
/// <param name="Words">Since when it can, or cannot.</param>
/// <param name="Needed">The host is of no use without it; else it goes on, and says what it cannot do.</param>
public sealed record PartView(string Name, bool Ready, string Words, bool Needed = true);
