namespace Cutover.Web.Components.Looks;

/// <summary>How something feels to whoever is on call. Never shown by colour alone: a word and an icon go with it.</summary>
public enum Tone
{
    /// <summary>Nothing to judge.</summary>
    Neutral,

    /// <summary>Under way as it should be.</summary>
    Busy,

    Good,

    /// <summary>Look at it: it waits for a person, or is not proven.</summary>
    Attention,

    /// <summary>Users are, or may be, hurt.</summary>
    Danger,
}
