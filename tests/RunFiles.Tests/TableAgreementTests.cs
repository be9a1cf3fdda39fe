using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>Two tables know trainers: Runtime's by the names of members, and this package's by the keys of files. Where
/// they overlap they are one.</summary>
public sealed class TableAgreementTests
{
    // A word alone means less than the same word in the file of a trainer that is known.
    private static readonly Dictionary<(string Trainer, string Key), string> Differences = new()
    {
        [("OLMo-core", "data_loader.global_batch_size")] = "counts tokens, which Runtime asks Trainer.GlobalBatch for",
        [("OLMo-core", "global_batch_size")] = "counts tokens, which Runtime asks Trainer.GlobalBatch for",
        [("torchtitan", "training.batch_size")] = "is of a rank, which Runtime asks Trainer.PlainBatch for",
        [("GPT-NeoX", "zero_optimization.stage")] = "is ZeRO's stage; a member 'stage' is that of the training",
        [("DeepSpeed", "zero_optimization.stage")] = "is ZeRO's stage; a member 'stage' is that of the training",
        [("GPT-NeoX", "global_num_gpus")] = "has one rank a device, so the ranks are the accelerators",
        [("Megatron-LM", "world_size")] = "has one rank a device, so the ranks are the accelerators",
        [("TrainingArguments", "world_size")] = "has one rank a device, so the ranks are the accelerators",
        [("TrainingArguments", "num_processes")] = "has one process a device, so the processes are the accelerators",
        [("LLaMA-Factory", "world_size")] = "has one rank a device, so the ranks are the accelerators",
        [("LLaMA-Factory", "num_processes")] = "has one process a device, so the processes are the accelerators",
        [("nanoGPT", "batch_size")] = "is of a rank, which Runtime asks Trainer.PlainBatch for",
    };

    [Fact]
    public void A_key_has_the_role_of_its_name()
    {
        var wrong = new List<string>();
        foreach (var table in AllTrainers.Tables)
        {
            foreach (var row in table.Keys)
            {
                string leaf = row.Key[(row.Key.LastIndexOf('.') + 1)..];
                var role = RoleTable.Of(leaf).Role;
                if (role == ConfigRole.None || role == row.Role || Differences.ContainsKey((table.Name, row.Key))) continue;
                wrong.Add(table.Name + ": '" + row.Key + "' is " + row.Role + ", and a member '" + leaf + "' " + role);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_model_key_has_the_role_of_its_name()
    {
        var wrong = AllTrainers.Tables.Where(table => table.Model is not null)
            .SelectMany(table => table.Model!.Keys.Where(key => key.Role != ConfigRole.None).Select(key => (table, key)))
            .Select(pair => (pair.table, pair.key, Role: RoleTable.Of(pair.key.Key[(pair.key.Key.LastIndexOf('.') + 1)..]).Role))
            .Where(entry => entry.Role != ConfigRole.None && entry.Role != entry.key.Role)
            .Select(entry => entry.table.Name + ": '" + entry.key.Key + "' is " + entry.key.Role + ", and a member " + entry.Role);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_table_multiplies_by_the_words_of_a_trainer_of_Runtime() => Assert.All(
        AllTrainers.Tables, table => Assert.Contains(Trainers.All, trainer => trainer.Name == table.Units));

    // What an absent accumulation means is in both tables.
    [Fact]
    public void An_absent_accumulation_is_one_pass_in_both_tables_or_in_none()
    {
        var wrong = AllTrainers.Tables
            .SelectMany(table => table.Keys.Where(row => row.Role == ConfigRole.GradientAccumulationSteps && row.Default is 1L)
                .Select(_ => table))
            .Where(table => !Trainers.All.Single(trainer => trainer.Name == table.Units).AccumulatesOnce)
            .Select(table => table.Name);

        Assert.Empty(wrong);
    }

    // The names by which Runtime knows a trainer are keys that its table has, or that its files have without a role.
    [Fact]
    public void The_names_that_decide_are_keys_of_the_trainer()
    {
        var roleless = new HashSet<string>(StringComparer.Ordinal)
        {
            "lr_decay_samples", "accumulate_grad_in_fp32", "rank_microbatch_size", "hard_stop", "device_train_microbatch_size",
            "device_train_grad_accum", "per_device_eval_batch_size", "per_gpu_train_batch_size", "gradient_checkpointing_kwargs",
            "lr_scheduler_type", "dataloader_num_workers", "pad_to_sequence_len", "sample_packing", "per_device_parallelism",
            "use_hf_model_config", "accumulate_grad_batches", "limit_val_batches", "always_save_checkpoint", "decay_lr",
            "num_tokens_per_microbatch_per_dp_rank",
        };
        var wrong = new List<string>();
        foreach (var trainer in Trainers.All)
        {
            var tables = AllTrainers.Tables.Where(table => table.Units == trainer.Name).ToList();
            if (tables.Count == 0) continue;
            var keys = tables.SelectMany(table => table.Keys.Select(row => row.Key)
                .Concat((table.Model?.Keys ?? []).Select(key => key.Key)).Concat(table.Marks.SelectMany(mark => mark)))
                .Select(key => key[(key.LastIndexOf('.') + 1)..]).ToHashSet(StringComparer.Ordinal);
            wrong.AddRange(trainer.OwnNames.Where(name => !keys.Contains(name) && !roleless.Contains(name))
                .Select(name => trainer.Name + ": " + name));
        }

        Assert.Empty(wrong);
    }
}
