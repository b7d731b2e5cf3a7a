namespace Cutover.Engine.Playbooks;

/// <summary>How a version of a playbook came to be kept.</summary>
public enum PlaybookOrigin
{
    /// <summary>A file in the host's folder was new, or had changed.</summary>
    Folder,

    /// <summary>Somebody saved it in the dashboard's editor.</summary>
    Editor,

    /// <summary>Somebody brought a file.</summary>
    Import,

    /// <summary>Somebody saved it through the API or the command line.</summary>
    Api,

    /// <summary>Somebody started a run of a text that was not kept yet.</summary>
    Start,

    /// <summary>Somebody archived the playbook: it is not listed until another version is saved.</summary>
    Archive,
}
