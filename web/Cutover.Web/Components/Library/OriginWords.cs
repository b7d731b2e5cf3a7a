using Cutover.Engine.Playbooks;

namespace Cutover.Web.Components.Library;

/// <summary>How a version came to be, before the name of who it was.</summary>
public static class OriginWords
{
    public static string Of(PlaybookOrigin origin) => origin switch
    {
        PlaybookOrigin.Folder => "from",
        PlaybookOrigin.Editor => "saved by",
        PlaybookOrigin.Import => "imported by",
        PlaybookOrigin.Api => "sent by",
        PlaybookOrigin.Start => "started by",
        PlaybookOrigin.Archive => "archived by",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };
}
