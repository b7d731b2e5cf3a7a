namespace Cutover.Web.Health;

/// <summary>One part of the host. The words tell a stranger its age and nothing of its workings.</summary>
public sealed record PartView(string Name, bool Ready, string Words);
