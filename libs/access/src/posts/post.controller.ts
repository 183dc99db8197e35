import type { PostCommand } from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { SeenRevision, TextField, Untraced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAct, CurrentReader } from '../identity/current.decorators';
import type { CommandAct, Reader } from '../identity/reader';
import {
  AppointmentBody,
  DelegationBody,
  DelegationEndBody,
  DepartureBody,
  LeaveBody,
  LeaveEndBody,
} from './post.bodies';
import { appoint, delegate, endDelegation, endLeave, recordDeparture, recordLeave } from './post.commands';
import { HandlePost } from './post.handler';
import { ListPosts } from './post.query';
import { PostListView } from './post.views';
import { OnPost } from './on-post.decorator';

class PostListQuery {
  @TextField('法院代字', { max: 20, optional: true, note: '默认本院' }) readonly court?: string;
}

@ApiTags('职务')
@Controller('posts')
export class PostController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Untraced('任职公开，不涉案件')
  @ApiOperation({ summary: '一个法院的职务、任职人和今日的负责人', operationId: 'listPosts' })
  @ApiOkResponse({ type: PostListView })
  list(@Query() { court }: PostListQuery, @CurrentReader() reader: Reader): Promise<PostListView> {
    return this.queries.execute(new ListPosts(court, reader));
  }

  @Post(':postId/appointments')
  @OnPost('登记任职', 'appointPerson')
  appoint(
    @Param('postId') postId: string,
    @Body() body: AppointmentBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(postId, appoint(body), act, seenRevision);
  }

  @Post(':postId/departures')
  @OnPost('登记离任', 'recordPersonLeft')
  depart(
    @Param('postId') postId: string,
    @Body() body: DepartureBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(postId, recordDeparture(body), act, seenRevision);
  }

  @Post(':postId/leaves')
  @OnPost('登记请假', 'recordLeave')
  leave(
    @Param('postId') postId: string,
    @Body() body: LeaveBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(postId, recordLeave(body), act, seenRevision);
  }

  @Post(':postId/leave-ends')
  @OnPost('登记销假', 'endLeave')
  endLeave(
    @Param('postId') postId: string,
    @Body() body: LeaveEndBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(postId, endLeave(body), act, seenRevision);
  }

  @Post(':postId/delegations')
  @OnPost('登记委托代行', 'grantDelegation')
  delegate(
    @Param('postId') postId: string,
    @Body() body: DelegationBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(postId, delegate(body), act, seenRevision);
  }

  @Post(':postId/delegation-ends')
  @OnPost('登记撤销委托', 'revokeDelegation')
  endDelegation(
    @Param('postId') postId: string,
    @Body() body: DelegationEndBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(postId, endDelegation(body), act, seenRevision);
  }

  #handle(
    postId: string,
    command: PostCommand,
    act: CommandAct,
    seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.commands.execute(new HandlePost(postId, command, act, seenRevision));
  }
}
