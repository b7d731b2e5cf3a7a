namespace Cutover.Core.Tests.Runs.Random;

/// <summary>How a command to Route 53 fares.</summary>
internal enum Luck
{
    Good,
    Slow,
    Passing,
    Lasting,

    /// <summary>Route 53 forgets the change that is asked after; the answer to a write, which it made, is lost.</summary>
    Forgotten,
}
