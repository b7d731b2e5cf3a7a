using Cutover.Engine;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Tests.Fixtures;

/// <summary>An empty database of the present schema, as a file. It is migrated once in a process and copied from then on.</summary>
internal static class FreshDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    /// <summary>Puts one there, unless a database of an earlier host stands there already.</summary>
    public static async Task PutAsync(string file)
    {
        if (!File.Exists(file))
        {
            File.Copy(await Template.Value, file);
        }
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cutover-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "cutover.db");
        var options = new DbContextOptionsBuilder<CutoverContext>();
        // The last connection to close brings everything from the log into the file.
        EngineServices.UseSqlite(options, $"{file};Pooling=False");
        await using var context = new CutoverContext(options.Options);
        await context.Database.MigrateAsync();
        return file;
    }
}
