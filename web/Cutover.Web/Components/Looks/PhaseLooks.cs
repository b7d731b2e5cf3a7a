using System.Collections.Frozen;
using Cutover.Core.Runs;
using MudBlazor;

namespace Cutover.Web.Components.Looks;

/// <summary>The one table from phase to look.</summary>
public static class PhaseLooks
{
    private static readonly FrozenDictionary<RunPhase, PhaseLook> Table = new Dictionary<RunPhase, PhaseLook>
    {
        [RunPhase.Preflight] = new("Preflight", Tone.Busy, Icons.Material.Filled.FactCheck),
        [RunPhase.Applying] = new("Applying", Tone.Busy, Icons.Material.Filled.Upload),
        [RunPhase.Syncing] = new("Syncing", Tone.Busy, Icons.Material.Filled.Sync),
        [RunPhase.Settling] = new("Settling", Tone.Busy, Icons.Material.Filled.HourglassBottom),
        [RunPhase.Baking] = new("Baking", Tone.Busy, Icons.Material.Filled.Timer),
        [RunPhase.AwaitingApproval] = new("Waits for approval", Tone.Attention, Icons.Material.Filled.PanTool),
        [RunPhase.PuttingBack] = new("Putting back", Tone.Attention, Icons.Material.Filled.Undo),
        [RunPhase.RollbackApplying] = new("Rolling back", Tone.Danger, Icons.Material.Filled.Undo),
        [RunPhase.RollbackSyncing] = new("Rolling back: syncing", Tone.Danger, Icons.Material.Filled.Undo),
        [RunPhase.RollbackVerifying] = new("Rolling back: verifying", Tone.Danger, Icons.Material.Filled.Undo),
        [RunPhase.RollbackSettling] = new("Rolled back: settling", Tone.Attention, Icons.Material.Filled.Undo),
        [RunPhase.Completed] = new("Completed", Tone.Good, Icons.Material.Filled.CheckCircle),
        [RunPhase.RolledBack] = new("Rolled back", Tone.Attention, Icons.Material.Filled.SettingsBackupRestore),
        [RunPhase.Abandoned] = new("Abandoned", Tone.Danger, Icons.Material.Filled.GppBad),
    }.ToFrozenDictionary();

    private static readonly PhaseLook Held = new("Held", Tone.Attention, Icons.Material.Filled.PauseCircle);

    public static PhaseLook Of(RunPhase phase) => Table[phase];

    /// <summary>A hold outranks the phase, except where the run goes back: nothing holds that.</summary>
    public static PhaseLook Of(RunPhase phase, bool isHeld) =>
        isHeld && !phase.IsRollback() ? Held with { Label = $"Held: {Of(phase).Label.ToLowerInvariant()}" } : Of(phase);
}
