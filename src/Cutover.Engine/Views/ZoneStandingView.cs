namespace Cutover.Engine.Views;

/// <summary>What stands in one hosted zone of a run at this moment.</summary>
/// <param name="Zone">Name and id.</param>
/// <param name="GivesBack">The change under way restores what was there before.</param>
/// <param name="Applied">The weights that it last accepted from the run, or the initial ones.</param>
/// <param name="Words">What is under way, with its weights and times.</param>
public sealed record ZoneStandingView(string Zone, ZoneStanding Standing, bool GivesBack, string Applied, string Words);
