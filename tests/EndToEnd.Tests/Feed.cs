using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using ScalingAnalyzers.Tests;

[assembly: AssemblyFixture(typeof(Feed))]

namespace ScalingAnalyzers.Tests;

/// <summary>The packages, packed once, and fresh projects outside the repository that use them.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("scaling-e2e-").FullName;

    /// <summary>The version of the packages: the declared one, with the suffix that docs/install.md gives local ones.</summary>
    public static string Version { get; } =
        XDocument.Load(Path.Combine(Facts.RepositoryRoot, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value + Suffix;

    /// <summary>The command that packs as docs/install.md does, without its folder.</summary>
    public const string Pack = "pack build/Packages.slnf -c Release -v q -p:VersionSuffix=local.7";

    private const string Suffix = "-local.7";

    /// <summary>The folder of the packages.</summary>
    public string Packages => Path.Combine(_root, "feed");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Packages);
        await Shell.Succeeds(Facts.RepositoryRoot, $"{Pack} -o \"{Packages}\"");
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A build server may still use a file; the system clears its temporary folder.
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The file of a package.</summary>
    public string Package(string id) => Path.Combine(Packages, $"{id}.{Version}.nupkg");

    /// <summary>
    /// A separate folder with a separate package cache, so that an older package of the same version is never used.
    /// </summary>
    public string Folder(string name)
    {
        string folder = Path.Combine(_root, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(_root, "cache")}</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{Packages}</RestoreAdditionalProjectSources>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        return folder;
    }

    /// <summary>
    /// A second checkout: these folders and the files at the root, with git's own record of the commit.
    /// </summary>
    public string Copy(string name, params string[] folders)
    {
        string root = Path.Combine(_root, name), from = Facts.RepositoryRoot;
        Directory.CreateDirectory(root);
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(root, Path.GetFileName(file)));
        if (Directory.Exists(Path.Combine(from, ".git")))
            File.WriteAllText(Path.Combine(root, ".git"), "gitdir: " + Path.Combine(from, ".git") + "\n");
        foreach (string folder in folders)
            foreach (string file in Directory.EnumerateFiles(Path.Combine(from, folder), "*", SearchOption.AllDirectories))
            {
                string relative = Path.GetRelativePath(from, file);
                if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")) continue;
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, relative))!);
                File.Copy(file, Path.Combine(root, relative));
            }

        return root;
    }

    /// <summary>A project with one PackageReference to us, and what else it is given.</summary>
    public string Project(string name, string framework, string properties, params (string File, string Text)[] files)
    {
        string folder = Folder(name);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ScalingAnalyzers" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (file, text) in files) File.WriteAllText(Path.Combine(folder, file), text);
        return folder;
    }
}
