using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.RunFiles;

/// <summary>From texts to a run file: formats, trainer, values, model, run.</summary>
internal static class RunFileReader
{
    public static RunFile Read(List<(string Path, string Text)> texts, RunFileOptions options, bool looksBeside)
    {
        var named = TableOf(options.Trainer);
        string path = texts[0].Path;
        var problems = new List<RunFileProblem>();
        var allowed = new List<AllowedRule>();
        var tree = new KeyTree();
        var format = FileFormat.Yaml;
        var beside = new List<(BesideKind Kind, KeyTree Tree, string Path, string Text)>();
        for (int i = 0; i < texts.Count; i++)
        {
            var keys = FileText.Read(texts[i].Text, texts[i].Path);
            problems.AddRange(keys.Problems);
            allowed.AddRange(keys.Allowed);
            if (i == 0) format = keys.Format;
            var own = TreeOf(keys.Entries);
            var kind = i == 0 ? BesideKind.Same : BesideFiles.KindOf(own);
            if (kind == BesideKind.Same) foreach (var entry in Wandb.Unwrapped(keys.Entries)) tree.Add(entry);
            else beside.Add((kind, own, texts[i].Path, texts[i].Text));
        }

        var candidates = AllTrainers.Of(tree, format);
        if ((named ?? (candidates.Count == 1 ? candidates[0] : null)) is not { } table)
        {
            if (!problems.Exists(problem => problem.File == path)) problems.Add(NotRecognised(path, tree, candidates, format));
            return new RunFile(path) { Candidates = Names(candidates), Problems = problems, Allowed = allowed };
        }

        if (looksBeside) AddBeside(path, tree, Wandb.IsIn(texts[0].Text), beside, problems);
        return Of(new RunDraft(table, tree), path, beside, options, new Found(Names(candidates), problems, allowed, TextsOf(texts,
            beside)));
    }

    private static RunFile Of(
        RunDraft draft, string path, List<(BesideKind Kind, KeyTree Tree, string Path, string Text)> beside, RunFileOptions options,
        Found found)
    {
        draft.ReadRows();
        foreach (var (kind, own, _, _) in beside) BesideFiles.Add(draft, own, kind);
        RunInputs.Give(draft, options);
        draft.Table.Refuse?.Invoke(draft);
        found.Problems.AddRange(draft.Problems);
        draft.Table.Shape?.Invoke(draft);
        var model = ModelReading.Of(draft);
        var builder = new ConfigRunBuilder(draft.Table.Units);
        AddModel(draft, builder, model, beside);
        var refused = model?.Problem is { } open && WrittenAs(draft, open.Field) is { Content: string } entry ? (entry.Path, open.Message)
            : default;
        foreach (var value in draft.Values)
        {
            if (value.Unknown is { } why) builder.SetUnknown(value.Role, value.Key, why);
            else if (value.Key == refused.Path && value.Content is string text)
                builder.SetImpossible(value.Role, value.Key, text, "stops the count: " + refused.Message.TrimEnd('.'));
            else builder.Set(value.Role, value.Key, value.Content);
        }

        if (draft.PartlyTrained is { } frozen) builder.SetPartlyTrained(frozen);
        string name = System.IO.Path.GetFileNameWithoutExtension(path);
        var run = builder.Build(name.Length == 0 ? "run" : name, options.Checks);
        return new RunFile(path)
        {
            Trainer = draft.Table.Name,
            Candidates = found.Candidates,
            Values = [.. draft.Values.OrderBy(value => value.Line == 0).ThenBy(value => value.Line).ThenBy(value => value.Role)],
            Unread = Unread(draft),
            Needed = RunInputs.Needed(draft, run),
            Problems = found.Problems,
            Allowed = found.Allowed,
            Texts = found.Texts,
            Options = options,
            Run = run,
        };
    }

    private sealed record Found(
        string[] Candidates, List<RunFileProblem> Problems, List<AllowedRule> Allowed, List<KeyValuePair<string, string>> Texts);

    private static List<KeyValuePair<string, string>> TextsOf(
        List<(string Path, string Text)> texts, List<(BesideKind Kind, KeyTree Tree, string Path, string Text)> beside) => texts
        .Concat(beside.Select(file => (file.Path, file.Text))).DistinctBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => KeyValuePair.Create(file.Path, file.Text)).ToList();

    private static TrainerTable? TableOf(string? name)
    {
        if (name is null) return null;
        return AllTrainers.Tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException("There is no trainer '" + name + "'; expected one of " + string.Join(", ", RunFile.Trainers)
                + ".", nameof(name));
    }

    private static KeyTree TreeOf(IEnumerable<KeyEntry> entries)
    {
        var tree = new KeyTree();
        foreach (var entry in entries) tree.Add(entry);
        return tree;
    }

    private static string[] Names(IEnumerable<TrainerTable> tables) => tables.Select(table => table.Name).ToArray();

    private static RunFileProblem NotRecognised(string path, KeyTree tree, IReadOnlyList<TrainerTable> candidates, FileFormat format) =>
        new(path, 1, 1, candidates.Count > 1
        ? "The keys may be of " + string.Join(" or of ", Names(candidates)) + ", which have different units; name the trainer."
        : (format is FileFormat.Python or FileFormat.Shell ? BesideKind.Same : BesideFiles.KindOf(tree)) switch
        {
            BesideKind.ModelConfig =>
                "This is a model's config.json, not a run; name it beside the run file, or count it with HuggingFaceConfig.",
            BesideKind.Accelerate => "This is a file of accelerate, which holds no run; name it beside the trainer's file.",
            BesideKind.WandbMetadata => "This is the machine of a W&B run; name it beside its config.yaml.",
            _ => "The keys are of no trainer that is known; name the trainer, one of " + string.Join(", ", RunFile.Trainers) + ".",
        });

    // Files that belong to a run by their names: the model's config.json, the machine of a W&B run, a DeepSpeed file
    // that is named.
    private static void AddBeside(
        string path, KeyTree tree, bool isWandb, List<(BesideKind Kind, KeyTree Tree, string Path, string Text)> beside,
            List<RunFileProblem> problems)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        var names = new List<string> { "config.json" };
        if (isWandb) names.Add("wandb-metadata.json");
        if (Path.GetFileName(path) == "training_args.json") names.Add("trainer_state.json");
        if (tree.Text("deepspeed") is { Length: > 0 } deepSpeed)
        {
            names.Add(deepSpeed);
            names.Add(Path.GetFileName(deepSpeed));
        }

        foreach (string name in names.Distinct(StringComparer.Ordinal))
        {
            string file = Path.Combine(folder, name);
            if (name.Contains('\0', StringComparison.Ordinal) || !File.Exists(file) || Path.GetFullPath(file) == Path.GetFullPath(path)
                || beside.Exists(known => Path.GetFullPath(known.Path) == Path.GetFullPath(file))) continue;
            string text;
            try
            {
                text = File.ReadAllText(file);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add(new RunFileProblem(file, 1, 1, "The file beside the run cannot be read: " + error.Message));
                continue;
            }

            var keys = FileText.Read(text, file);
            var own = TreeOf(keys.Entries);
            var kind = BesideFiles.KindOf(own);
            if (kind == BesideKind.Same || beside.Exists(known => known.Kind == kind)) continue;
            problems.AddRange(keys.Problems);
            beside.Add((kind, own, file, text));
        }
    }

    private static void AddModel(
        RunDraft draft, ConfigRunBuilder builder, HuggingFaceConfig? model,
        List<(BesideKind Kind, KeyTree Tree, string Path, string Text)> beside)
    {
        if (draft.Shape is { } shape)
        {
            builder.SetModel(shape);
            draft.ModelOpen = shape.Validate()?.Message;
            return;
        }

        if (model is null)
        {
            var config = beside.FirstOrDefault(file => file.Kind == BesideKind.ModelConfig);
            if (config.Text is null) return;
            model = HuggingFaceConfig.Parse(config.Text);
            foreach (var (role, entry) in BesideFiles.Fields(model, config.Path))
            {
                if (draft[role] is null) draft.Put(role, entry.Path, entry.Content, "", entry);
            }
        }

        draft.ModelOpen = model.Problem?.Message;
        builder.SetModel(model);
    }

    // The key of the file that a field of the model comes from.
    private static KeyEntry? WrittenAs(RunDraft draft, string field) =>
        draft.Table.Model?.Keys.FirstOrDefault(key => key.Field == field) is { } key ? draft.Find(key.Key) : null;

    private static List<RunFileValue> Unread(RunDraft draft)
    {
        var unread = new List<RunFileValue>();
        foreach (var entry in draft.Unread.Where(entry => !entry.IsContainer))
        {
            var role = AllTrainers.RoleOf(entry.Leaf);
            if (role == ConfigRole.None) continue;
            unread.Add(new RunFileValue(role, entry.Path, entry.Content, "it has the name of a value, and " + draft.Table.Name
                + " does not use it as one", "")
            {
                File = entry.File,
                Line = entry.Line,
                Column = entry.Column,
            });
        }

        return unread;
    }
}
