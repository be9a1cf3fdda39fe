using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// A generator run on some code, and its state for the next run. Immutable: each edit returns the driver after the
/// rerun, whose step reasons show the cost of the edit.
/// </summary>
public sealed class Driver
{
    private readonly Code _code;
    private readonly CodeProject _project;
    private readonly CSharpCompilation _input;
    private readonly GeneratorDriver _driver;

    private readonly ImmutableArray<AdditionalText> _additional;

    private Driver(
        Code code, CodeProject project, CSharpCompilation input, GeneratorDriver driver, ImmutableArray<AdditionalText> additional)
    {
        _additional = additional;
        _code = code;
        _project = project;
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        Compilation = (CSharpCompilation)output;
        Result = _driver.GetRunResult();
        foreach (GeneratorRunResult result in Result.Results)
            if (result.Exception is { } exception)
                Assert.Fail($"The generator {result.Generator.GetGeneratorType().Name} crashed.\n{exception}");
        if (!Result.Diagnostics.IsEmpty)
            Assert.Fail("A generator reported diagnostics; they are for analyzers.\n" + Report.Lines(Result.Diagnostics));
    }

    /// <summary>What the generators gave, with their steps.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>The code compiled with what was generated.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The generated texts by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Sources => Result.Results
        .SelectMany(result => result.GeneratedSources)
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The generated text of that hint name; the test fails where there is none.</summary>
    public string Source(string hintName)
    {
        if (!Sources.TryGetValue(hintName, out string? text))
            Assert.Fail($"No {hintName} was generated, but {(Sources.IsEmpty ? "nothing" : string.Join(", ", Sources.Keys))}.");
        return text!;
    }

    /// <summary>Why each output of that step was as it was in the last run, in order; empty where the step did not
    /// run.</summary>
    /// <param name="name">The tracking name.</param>
    public ImmutableArray<IncrementalStepRunReason> Steps(string name) => StepsOf(name)
        .SelectMany(step => step.Outputs)
        .Select(output => output.Reason)
        .ToImmutableArray();

    /// <summary>Why each generated output was as it was in the last run.</summary>
    public ImmutableArray<IncrementalStepRunReason> OutputSteps => Result.Results
        .SelectMany(result => result.TrackedOutputSteps.Values)
        .SelectMany(steps => steps)
        .SelectMany(step => step.Outputs)
        .Select(output => output.Reason)
        .ToImmutableArray();

    /// <summary>Fails unless every output of that step, of which there must be one, contains only values.</summary>
    public Driver HoldsOnlyValues(string step)
    {
        ImmutableArray<object> outputs = StepsOf(step).SelectMany(run => run.Outputs).Select(output => output.Value).ToImmutableArray();
        if (outputs.IsEmpty) Assert.Fail($"The step {step} gave nothing to look at; {StepNames}.");
        foreach (object output in outputs)
            if (ObjectGraph.PathToRoslyn(output) is { } path) Assert.Fail($"The step {step} keeps a compilation alive: {path}");
        return this;
    }

    /// <summary>Fails if the compiler reports any error, or a warning in generated code.</summary>
    public Driver CompilesCleanly()
    {
        ImmutableArray<Diagnostic> reported = Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                || (diagnostic.Severity == DiagnosticSeverity.Warning && Result.GeneratedTrees.Contains(diagnostic.Location.SourceTree!)))
            .ToImmutableArray();
        if (!reported.IsEmpty) Assert.Fail("The generated code does not compile cleanly.\n" + Report.Lines(reported));
        return this;
    }

    /// <summary>The driver after the same input again, as a new compilation of the same files.</summary>
    public Driver Again() => new(_code, _project, _input.Clone(), _driver, _additional);

    /// <summary>The driver after a file has that text.</summary>
    public Driver Edit(string file, string text)
    {
        SyntaxTree old = TreeOf(file);
        return new(_code, _project, _input.ReplaceSyntaxTree(old, old.WithChangedText(SourceText.From(text, Encoding.UTF8))), _driver,
            _additional);
    }

    /// <summary>
    /// The driver after the only occurrence of a text in a file is replaced; other code is unchanged.
    /// </summary>
    public Driver Edit(string file, string oldPart, string newPart)
    {
        string text = TreeOf(file).ToString();
        if (text.Split(oldPart).Length != 2) Assert.Fail($"'{oldPart}' does not stand once in {file}.");
        return Edit(file, text.Replace(oldPart, newPart, StringComparison.Ordinal));
    }

    /// <summary>The driver after a new file.</summary>
    public Driver Add(string file, string text) => new(_code, _project, _input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
        SourceText.From(text, Encoding.UTF8), (CSharpParseOptions)_input.SyntaxTrees.First().Options, _project.Folder + file)), _driver,
        _additional);

    /// <summary>The driver after a file is gone.</summary>
    public Driver Remove(string file) => new(_code, _project, _input.RemoveSyntaxTrees(TreeOf(file)), _driver, _additional);

    /// <summary>
    /// The driver after options, properties or additional files changed; the C# files keep their edits.
    /// </summary>
    /// <param name="change">What changes, such as <c>code => code.Option("key", "value")</c>.</param>
    public Driver Reconfigure(Func<Code, Code> change)
    {
        Code changed = change(_code);
        CodeProject main = changed.Projects.Single(candidate => candidate.Name == _project.Name);
        GeneratorDriver next = _driver.WithUpdatedAnalyzerConfigOptions(ConfigOptions.ProviderOf(main));
        // Files with unchanged text keep their object: the driver compares additional files by reference.
        ImmutableArray<AdditionalText> texts = main.AdditionalFiles
            .Select(file => ConfigOptions.AdditionalFile(main, file))
            .Select(now => _additional.SingleOrDefault(old => old.Path == now.Path && old.GetText()!.ContentEquals(now.GetText()!)) ?? now)
            .ToImmutableArray();
        return new(changed, main, _input, next.ReplaceAdditionalTexts(texts), texts);
    }

    internal static Driver Start(Code code, CodeProject project, CSharpCompilation input)
    {
        var options = ConfigOptions.Of(project);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            code.Generators.Select(generator => generator.AsSourceGenerator()),
            options.AdditionalFiles,
            (CSharpParseOptions)(input.SyntaxTrees.FirstOrDefault()?.Options ?? CSharpParseOptions.Default),
            options.AnalyzerConfigOptionsProvider,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(code, project, input, driver, options.AdditionalFiles);
    }

    private string StepNames => "steps: " + string.Join(", ", Result.Results.SelectMany(result => result.TrackedSteps.Keys).Distinct());

    private ImmutableArray<IncrementalGeneratorRunStep> StepsOf(string name) => Result.Results
        .SelectMany(
            result => result.TrackedSteps.TryGetValue(name, out var steps) ? steps : ImmutableArray<IncrementalGeneratorRunStep>.Empty)
        .ToImmutableArray();

    private SyntaxTree TreeOf(string file)
    {
        SyntaxTree? tree = _input.SyntaxTrees.SingleOrDefault(tree => tree.FilePath == _project.Folder + file);
        if (tree is null)
            Assert.Fail($"There is no file {file}, but {string.Join(", ", _input.SyntaxTrees.Select(t => Report.NameOf(t.FilePath)))}.");
        return tree!;
    }
}
