using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingAnalyzers.Testing;

/// <summary>One file of a project, with its marked text.</summary>
/// <param name="Name">The path inside the project, with <c>/</c>.</param>
/// <param name="Marked">The text, markup and all.</param>
internal sealed record CodeFile(string Name, string Marked);

/// <summary>One project of the code under test. Values only; <see cref="Workshop"/> makes Roslyn's project of
/// it.</summary>
internal sealed record CodeProject(string Name)
{
    /// <summary>C# files.</summary>
    public ImmutableArray<CodeFile> Files { get; init; } = ImmutableArray<CodeFile>.Empty;

    /// <summary>Files passed to analyzers and generators unchanged.</summary>
    public ImmutableArray<CodeFile> AdditionalFiles { get; init; } = ImmutableArray<CodeFile>.Empty;

    /// <summary><c>.editorconfig</c>, <c>.globalconfig</c> and the like, whole.</summary>
    public ImmutableArray<CodeFile> Configs { get; init; } = ImmutableArray<CodeFile>.Empty;

    /// <summary>Lines of the project's own editorconfig, by section.</summary>
    public ImmutableArray<(string Section, string Key, string Value)> Options { get; init; } =
        ImmutableArray<(string, string, string)>.Empty;

    /// <summary>What the build would pass in its generated global config: properties (no file) and item
    /// metadata.</summary>
    public ImmutableArray<(string? File, string Key, string Value)> BuildValues { get; init; } =
        ImmutableArray<(string?, string, string)>.Empty;

    /// <summary>References beyond .NET and our runtime library.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = ImmutableArray<MetadataReference>.Empty;

    /// <summary>Names of other projects of the same code.</summary>
    public ImmutableArray<string> ProjectReferences { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The C# version.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>A library by default.</summary>
    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Integer overflow is checked by default.</summary>
    public bool Checked { get; init; }

    /// <summary>Whether our runtime library is referenced.</summary>
    public bool WithRuntime { get; init; } = true;

    /// <summary>The folder every path of this project starts with.</summary>
    public string Folder => $"/{Name}/";

    /// <summary>Puts a file in, in place of one of the same name.</summary>
    public static ImmutableArray<CodeFile> Put(ImmutableArray<CodeFile> files, string name, string marked)
    {
        for (int i = 0; i < files.Length; i++)
            if (files[i].Name == name) return files.SetItem(i, new(name, marked));
        return files.Add(new(name, marked));
    }

    /// <summary>All editorconfig texts, as path and text, in the order the compiler would be given them.</summary>
    public IEnumerable<(string Path, string Text)> ConfigTexts()
    {
        foreach (CodeFile config in Configs) yield return (Folder + config.Name, config.Marked);
        if (Options.Length > 0) yield return (Folder + ".editorconfig", Sections());
        if (BuildValues.Length > 0) yield return (Folder + Name + ".GeneratedMSBuildEditorConfig.editorconfig", Generated());
    }

    private string Sections()
    {
        var text = new StringBuilder("root = true\n");
        foreach ((string section, string key, string value) in Options)
            text.Append($"[{section}]\n{key} = {value}\n");
        return text.ToString();
    }

    private string Generated()
    {
        var text = new StringBuilder("is_global = true\n");
        foreach ((string? file, string key, string value) in BuildValues)
            if (file is null) text.Append($"{key} = {value}\n");
        foreach ((string? file, string key, string value) in BuildValues)
            if (file is not null) text.Append($"[{Folder}{file}]\n{key} = {value}\n");
        return text.ToString();
    }
}
