using Cutover.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Cutover.Web.Access;

/// <summary>
/// Keeps the keys of sessions and forms beside the database: a Roll back button on a page that was loaded before the host was
/// restarted must still work.
/// </summary>
internal static class FormKeys
{
    public static void Add(WebApplicationBuilder builder, CutoverOptions host)
    {
        builder.Services.AddDataProtection().SetApplicationName("Cutover").PersistKeysToFileSystem(Folder(host.Engine.Database));
        // Says at every start that the keys are not encrypted. The folder's mode protects them, as it does the database.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }

    private static DirectoryInfo Folder(string database)
    {
        var path = Path.GetFullPath(database) + "-keys";
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
