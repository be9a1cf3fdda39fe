using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// Code under test, with its analyzers, fixes and generators. Immutable: each <c>With</c> returns a new one, so a test
/// class keeps a common start in a static readonly field and each test adds its own file.
/// </summary>
public sealed partial record Code
{
    /// <summary>The name of the project and assembly that files belong to unless another is named.</summary>
    public const string MainProject = "Test";

    /// <summary>The name of the file of <see cref="Of"/>.</summary>
    public const string MainFile = "Test.cs";

    private Code()
    {
    }

    /// <summary>No files yet: the common start of many tests.</summary>
    public static Code Empty { get; } = new();

    internal ImmutableArray<CodeProject> Projects { get; init; } = ImmutableArray.Create(new CodeProject(MainProject));

    internal ImmutableArray<DiagnosticAnalyzer> Analyzers { get; init; } = ImmutableArray<DiagnosticAnalyzer>.Empty;

    internal ImmutableArray<CodeFixProvider> Fixes { get; init; } = ImmutableArray<CodeFixProvider>.Empty;

    internal ImmutableArray<CodeRefactoringProvider> Refactorings { get; init; } = ImmutableArray<CodeRefactoringProvider>.Empty;

    internal ImmutableArray<IIncrementalGenerator> Generators { get; init; } = ImmutableArray<IIncrementalGenerator>.Empty;

    internal string? MarkedRule { get; init; }

    internal ImmutableHashSet<string>? OnlyRules { get; init; }

    internal Func<Diagnostic, bool> AllowedError { get; init; } = static _ => false;

    internal CodeProject Main => Projects[0];

    /// <summary>One file of that text, nothing else.</summary>
    public static Code Of(string marked) => Empty.File(MainFile, marked);

    /// <summary>This code with a main file of that text.</summary>
    public Code With(string marked) => File(MainFile, marked);

    /// <summary>This code with a C# file, in place of one of the same name.</summary>
    /// <param name="name">The path inside the project, with <c>/</c>.</param>
    /// <param name="marked">The text; <c>[|...|]</c> and <c>{|ID:...|}</c> mark where diagnostics are expected.</param>
    public Code File(string name, string marked) =>
        WithMain(Main with { Files = CodeProject.Put(Main.Files, name, marked) });

    /// <summary>This code without one of its C# files.</summary>
    public Code WithoutFile(string name) =>
        WithMain(Main with { Files = Main.Files.RemoveAll(file => file.Name == name) });

    /// <summary>This code with these analyzers too.</summary>
    public Code With(params DiagnosticAnalyzer[] analyzers) => this with { Analyzers = Analyzers.AddRange(analyzers) };

    /// <summary>This code with these fixes on offer too.</summary>
    public Code With(params CodeFixProvider[] fixes) => this with { Fixes = Fixes.AddRange(fixes) };

    /// <summary>This code with these refactorings on offer too.</summary>
    public Code With(params CodeRefactoringProvider[] refactorings) => this with { Refactorings = Refactorings.AddRange(refactorings) };

    /// <summary>This code with these generators, which run before all analyzers.</summary>
    public Code With(params IIncrementalGenerator[] generators) => this with { Generators = Generators.AddRange(generators) };

    /// <summary>This code where <c>[|...|]</c> means that rule; needed unless the analyzers have only one.</summary>
    public Code Marking(string rule) => this with { MarkedRule = rule };

    /// <summary>This code with these rules only; reports of other rules are ignored (a crash never is).</summary>
    public Code Only(params string[] rules) => this with { OnlyRules = rules.ToImmutableHashSet(StringComparer.Ordinal) };

    /// <summary>This code with an <c>.editorconfig</c> key for all C# files, or for those of a section such as
    /// <c>Gopher.cs</c>.</summary>
    public Code Option(string key, string value, string section = "*.cs") =>
        WithMain(Main with { Options = Main.Options.Add((section, key, value)) });

    /// <summary>This code with a rule at that severity (<c>none</c>, <c>silent</c>, <c>suggestion</c>, <c>warning</c>,
    /// <c>error</c>).</summary>
    public Code Severity(string rule, string severity) => Option($"dotnet_diagnostic.{rule}.severity", severity);

    /// <summary>This code with a whole config file, such as <c>sub/.editorconfig</c> or <c>.globalconfig</c>, as it
    /// would be on disk.</summary>
    public Code Config(string name, string text) =>
        WithMain(Main with { Configs = CodeProject.Put(Main.Configs, name, text) });

    /// <summary>This code with an MSBuild property that the build shows to analyzers as
    /// <c>build_property.NAME</c>.</summary>
    public Code Property(string name, string value) =>
        WithMain(Main with { BuildValues = Main.BuildValues.Add((null, "build_property." + name, value)) });

    /// <summary>This code with an additional file and its item metadata, shown as
    /// <c>build_metadata.AdditionalFiles.NAME</c>.</summary>
    public Code AdditionalFile(string name, string marked, params (string Name, string Value)[] metadata) => WithMain(Main with
    {
        AdditionalFiles = CodeProject.Put(Main.AdditionalFiles, name, marked),
        BuildValues = Main.BuildValues
            .RemoveAll(value => value.File == name)
            .AddRange(metadata.Select(item => ((string?)name, "build_metadata.AdditionalFiles." + item.Name, item.Value))),
    });

    /// <summary>This code in that version of C#.</summary>
    public Code In(LanguageVersion language) =>
        this with { Projects = Projects.Select(p => p with { Language = language }).ToImmutableArray() };

    /// <summary>This code as a program or library.</summary>
    public Code As(OutputKind output) => WithMain(Main with { Output = output });

    /// <summary>This code with integer overflow checked by default (<c>CheckForOverflowUnderflow</c>).</summary>
    public Code Checked() => WithMain(Main with { Checked = true });

    /// <summary>This code without a reference to our runtime library.</summary>
    public Code WithoutRuntime() => this with { Projects = Projects.Select(p => p with { WithRuntime = false }).ToImmutableArray() };

    /// <summary>This code with a reference.</summary>
    public Code Referencing(MetadataReference reference) => WithMain(Main with { References = Main.References.Add(reference) });

    /// <summary>This code with a reference to an assembly compiled from source, known to it by metadata
    /// alone.</summary>
    public Code ReferencingAssembly(string name, string source) => Referencing(Workshop.Assemble(name, source));

    /// <summary>
    /// This code with a reference to another project of the same solution, which is analysed too; options, properties
    /// and language are those set so far.
    /// </summary>
    public Code ReferencingProject(string name, params (string Name, string Marked)[] files)
    {
        var project = new CodeProject(name)
        {
            Language = Main.Language,
            WithRuntime = Main.WithRuntime,
            Options = Main.Options,
            BuildValues = Main.BuildValues.RemoveAll(value => value.File is not null),
            Files = files.Select(file => new CodeFile(file.Name, file.Marked)).ToImmutableArray(),
        };
        CodeProject main = Main with { ProjectReferences = Main.ProjectReferences.Add(name) };
        return this with { Projects = Projects.SetItem(0, main).Add(project) };
    }

    /// <summary>This code with these compiler errors expected in it; with none named, any.</summary>
    public Code AllowCompilerErrors(params string[] ids) =>
        this with { AllowedError = ids.Length == 0 ? static _ => true : error => ids.Contains(error.Id) };

    /// <summary>This code with its files as in these texts, by the names tests use, and no marks left.</summary>
    internal Code WithTexts(IReadOnlyDictionary<string, string> texts)
    {
        var projects = ImmutableArray.CreateBuilder<CodeProject>();
        foreach (CodeProject project in Projects)
        {
            string prefix = Report.NameOf(project.Folder);
            ImmutableArray<CodeFile> additional = project.AdditionalFiles
                .Select(file => texts.TryGetValue(prefix + file.Name, out string? text) ? new CodeFile(file.Name, text) : file)
                .ToImmutableArray();
            ImmutableArray<CodeFile> files = texts
                .Where(text => OwnerOf(text.Key) == project && additional.All(file => prefix + file.Name != text.Key))
                .OrderBy(text => text.Key, StringComparer.Ordinal)
                .Select(text => new CodeFile(text.Key.Substring(prefix.Length), text.Value))
                .ToImmutableArray();
            projects.Add(project with { Files = files, AdditionalFiles = additional });
        }

        return this with { Projects = projects.ToImmutable() };
    }

    internal Code WithoutCaret() => WithMain(Main with
    {
        Files = Main.Files.Select(file => file with { Marked = Markup.Parse(file.Marked, withCaret: true).Text }).ToImmutableArray(),
    });

    private CodeProject OwnerOf(string name) =>
        Projects.Skip(1).FirstOrDefault(project => name.StartsWith(project.Name + "/", StringComparison.Ordinal)) ?? Main;

    private Code WithMain(CodeProject main) => this with { Projects = Projects.SetItem(0, main) };
}
